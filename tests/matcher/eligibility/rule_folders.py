"""A folder of rules that loads, to break one thing at a time."""

from pathlib import Path

SOURCES = """
sources:
  guide: {title: {en: A guide, fi: Opas, sv: En guide}, reference: "page 1"}
  other: {title: {en: Another guide, fi: Toinen opas, sv: En annan guide}, reference: "page 2"}
"""
CATALOGUE = """
rules:
  R05: least number of organisations
"""
COUNTRIES = """
groups:
  eu: {members: [FI, SE], certainty: A, source: guide}
  eea: {members: [NO], certainty: A, source: guide}
  erasmus_associated: {members: [NO, RS], certainty: C, source: guide}
  esf_by_agreement: {members: [RS, UA], certainty: C, source: guide}
"""
ACTION = """action: ACT
programme: esf_plus
managed_by: commission
name: {en: An action, fi: null, sv: null}
calls:
  identifiers: ["ACT-*"]
conditions:
  - type: applicant_type
    any_organisation: true
    source: guide
    certainty: A
  - type: country
    groups: [eu]
    source: guide
    certainty: A
  - type: consortium_size
    minimum: 3
    source: guide
    certainty: B
    rules: [R05]
  - type: country_count
    minimum: 2
    source: guide
    certainty: B
"""


def rule_folder(
    folder: Path,
    action: str = ACTION,
    sources: str = SOURCES,
    catalogue: str = CATALOGUE,
    countries: str = COUNTRIES,
    **others: str,
) -> Path:
    """Writes the shared files, `esf_plus/act.yaml`, and any other action by its file's name."""
    (folder / "esf_plus").mkdir(parents=True, exist_ok=True)
    files = {"sources": sources, "catalogue": catalogue, "countries": countries, "esf_plus/act": action}
    for name, text in (files | {f"esf_plus/{name}": text for name, text in others.items()}).items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def with_condition(text: str) -> str:
    """The action with one more condition, written as a block at the margin."""
    first, *rest = text.strip().splitlines()
    return ACTION + f"  - {first}\n" + "".join(f"    {line}\n" for line in rest)


def line_of(text: str, words: str) -> int:
    """Line, from 1, of the last place where the words stand."""
    return max(i for i, line in enumerate(text.splitlines(), 1) if words in line)

"""The sentences of the YAML files beside this, each with its language."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


def sentences() -> list[tuple[str, dict[str, Any]]]:
    """Language and entry of every sentence, in file order."""
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))]
    return [(file["language"], sentence) for file in files for sentence in file["sentences"]]

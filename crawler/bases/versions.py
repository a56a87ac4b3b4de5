"""Several versions of one call: the newest holds, and a difference in cut-offs is told on the call."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from crawler.draft import CallDraft
from store.vocabulary import CallFlag

_NEVER = datetime.min.replace(tzinfo=UTC)


def newest_of_each(drafts: Iterable[CallDraft], language: str) -> Iterator[CallDraft]:
    """One draft per external id: in the language asked for, then by date of version.

    A draft whose older versions have other cut-offs carries a doubt that names both sides.
    """
    versions: dict[str, list[CallDraft]] = {}
    for draft in drafts:
        versions.setdefault(draft.external_id, []).append(draft)
    for same in versions.values():
        ranked = sorted(same, key=lambda draft: _rank(draft, language))
        newest = ranked.pop()
        for older in ranked:
            if older.cut_offs != newest.cut_offs:
                newest.doubt(CallFlag.VERSIONS_DISAGREE, f"{_told(newest)} ≠ {_told(older)}")
        yield newest


def _rank(draft: CallDraft, language: str) -> tuple[bool, datetime, int, str]:
    """Between versions of one date the longer text holds, then the raw record: always the same choice."""
    return draft.language == language, draft.version or _NEVER, len(draft.description), str(draft.raw)


def _told(draft: CallDraft) -> str:
    """`2026-04-15: 2025-01-28, 2026-03-24`: the version's date and its cut-offs."""
    version = draft.version.date().isoformat() if draft.version else "?"
    return f"{version}: {', '.join(str(cut_off.date) for cut_off in draft.cut_offs) or '–'}"

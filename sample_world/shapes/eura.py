"""EURA 2021 pages: the notices as URL-encoded JSON in a script element, beside what a reader sees."""

import json
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from sample_world.models import EuraNotice
from sample_world.prose import to_html, to_plain

LIST_PATH = "/hakuilmoitukset/"
DETAIL_PATH = "/hakuilmoitukset/hakuilmoitus/"

Row = dict[str, Any]


def notice_id(notice: EuraNotice) -> str:
    """The notice's uuid: the recorded one, else one that always follows from its identifier."""
    return notice.uuid or str(uuid5(NAMESPACE_URL, f"https://eura2021.fi/{notice.identifier}"))


def list_page(notices: list[EuraNotice], codes: dict[str, Any]) -> str:
    """The list of notices; its rows carry no description."""
    data = {"koodisto": codes, "hankehaku": [_row(notice) for notice in notices]}
    links = "".join(
        f'<li><a href="{DETAIL_PATH}{notice_id(notice)}/">{escape(notice.title)}</a></li>'
        for notice in notices
    )
    return _page(f"<h1>Hakuilmoitukset</h1><ul>{links}</ul>", data)


def detail_page(notice: EuraNotice, codes: dict[str, Any]) -> str:
    """One notice: the row with description and total support, and the labelled fields in the page's order."""
    row = _row(notice) | {"kuvaus": to_plain(notice.text), "kokonaistuki": notice.total_support}
    regions = ", ".join(codes["maakunta"][code]["fi"] for code in notice.regions)
    area = codes["alue"][notice.area]["fi"]
    body = (
        f"<h1>{escape(notice.title)}</h1><dl>"
        f"<dt>Alkaa</dt><dd>{_finnish(notice.opens)}</dd><dt>Päättyy</dt><dd>{_finnish(notice.closes)}</dd>"
        f"<dt>Haun kohdealue</dt><dd>{area}</dd><dt>Maakunnat</dt><dd>{regions}</dd>"
        f"<dt>Hankehaun kuvaus</dt><dd>{to_html(notice.text)}</dd>"
        f"<dt>Hakuilmoituksen tunnus</dt><dd>{notice.identifier}</dd></dl>"
    )
    return _page(body, {"koodisto": codes, "hakuilmoitus": row})


def _row(notice: EuraNotice) -> Row:
    row: Row = {
        "id": notice_id(notice),
        "tila": notice.state,
        "hakuaika": {"alku": notice.opens.isoformat(), "loppu": notice.closes.isoformat()},
        "otsikko": notice.title,
        "rahasto": notice.fund,
        "viranomainen": notice.authority,
        "alue": notice.area,
        "hakutunnus": notice.identifier,
        "maakunnat": notice.regions,
    }
    if notice.fund == "EAKR":
        row["eakrTyyppi"] = "TYT"
    if notice.continuous is not None:
        row["jatkuvaHaku"] = notice.continuous
    return row


def _finnish(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _page(body: str, data: dict[str, Any]) -> str:
    packed = quote(json.dumps({"preRenderData": data}, ensure_ascii=False))
    return (
        '<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>EURA 2021</title></head>'
        f'<body><div id="app">{body}</div><script type="__PREACT_CLI_DATA__">{packed}</script></body></html>'
    )

"""Markup that means harm: words stay, what a browser would run or load does not even reach the parser."""

import pytest

from crawler.parsing.links import find_links
from crawler.parsing.markup import html_to_text, to_text

HOSTILE = [
    "<p>a<script>x()</script>b</p>",
    "<p>a<style>p{}</style>b</p>",
    '<p onclick="x()">ab</p>',
    "<p>a<svg><script>x()</script></svg>b</p>",
    "<p>a<math><style><img src onerror='x()'></style></math>b</p>",
    "<p>a<iframe srcdoc='<script>x()</script>'></iframe>b</p>",
    "<p>a<noscript>x()</noscript>b</p>",
    "<p>a<!-- x() -->b</p>",
    "<p>a<template>x()</template>b</p>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_words_stay_and_nothing_else(html: str) -> None:
    for text in (html_to_text(html), to_text(html)):
        assert text.replace(" ", "").replace("\n", "") == "ab"


@pytest.mark.parametrize("address", ["javascript:x()", "data:text/html,x/y", "vbscript:x/y", "JaVaScRiPt:/x"])
def test_an_address_that_a_browser_would_run_is_no_link(address: str) -> None:
    html = f'<a href="{address}">a</a> <a href="https://example.org/b">b</a>'
    assert [link.url for link in find_links(html, "https://example.org/")] == ["https://example.org/b"]

"""Links of an HTML fragment, with their words."""

from crawler.addresses import joined
from crawler.parsing.markup import one_line, parse_html
from store.models import Link


def find_links(html: str, page_url: str, limit: int = 40) -> list[Link]:
    """Web links in order, each address once, labelled with their words (or their address).

    Links to nowhere (`call document.`, `mailto:`) are left out.
    """
    root = parse_html(html)
    found: dict[str, Link] = {}
    for anchor in root.iter("a") if root is not None else ():
        href = anchor.get("href") or ""
        url = joined(page_url, href) if "/" in href else ""
        label = one_line("".join(anchor.itertext()))
        if url and url not in found and len(found) < limit:
            found[url] = Link(label=label or url, url=url)
    return list(found.values())

"""Redirects away from the source's host are refused aloud; Scrapy would follow or drop them in silence."""

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.addresses import joined, origin_of


class OwnHost:
    """Sees a redirect before Scrapy's own middleware follows it; robots.txt may lie where it likes."""

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer. Raises IgnoreRequest when it leads to another host."""
        location = (response.headers.get("Location") or b"").decode("latin-1")
        is_redirect = 300 <= response.status < 400 and location
        if not is_redirect or request.meta.get("dont_obey_robotstxt", False):
            return response
        target = joined(request.url, location)
        if urlsplit(target).hostname != urlsplit(request.url).hostname:
            raise IgnoreRequest(f"it redirects to another host ({origin_of(target) if target else location})")
        return response

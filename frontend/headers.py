"""The headers that every answer carries, so that a browser runs and loads nothing that is not ours."""

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""`data:` images are Bootstrap's arrows and ticks; scripts are our own files, none stands in a page."""

TOKEN_PATHS = ("/join/", "/reset/", "/m/")
"""Below these stands a secret in the address."""
TOKEN_HEADERS = {"Referrer-Policy": "no-referrer", "Cache-Control": "private, no-store"}
"""So that the secret goes to no other page, and stays in no store of a browser."""
NO_STORE = {"Cache-Control": "private, no-store"}
"""For an answer that shows a secret or a person's own data."""


def has_token(path: str) -> bool:
    """Whether an address holds a secret."""
    return path.startswith(TOKEN_PATHS)

"""A multipart body of JSON parts, each with its own content type.

The portal ignores a `query` part without `application/json` in silence and answers with its whole index.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any


def json_parts(parts: Mapping[str, Any]) -> tuple[bytes, str]:
    """The body and its content type; the same parts always give the same bytes."""
    written = {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":")) for name, value in parts.items()
    }
    boundary = "koalitio-" + sha256("\n".join(written.values()).encode()).hexdigest()[:24]
    lines = []
    for name, text in written.items():
        lines += [
            f"--{boundary}",
            f'Content-Disposition: form-data; name="{name}"; filename="blob"',
            "Content-Type: application/json",
            "",
            text,
        ]
    body = "\r\n".join([*lines, f"--{boundary}--", ""])
    return body.encode(), f"multipart/form-data; boundary={boundary}"

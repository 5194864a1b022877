"""A file as the people's side takes it."""

import base64
from typing import Any

from simulator.seen import JSON


def media_of(kind: str, content: bytes, name: str = "file.bin", **more: Any) -> JSON:
    """A file as `media` of a message; `size` may say more bytes than there are, `duration` how long it lasts."""
    return {"kind": kind, "name": name, "content_base64": base64.b64encode(content).decode()} | more

"""The Bot API's JSON of media, made from a stored file."""

import mimetypes

from simulator.world.model import JSON, StoredFile

KINDS = frozenset({"photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker"})
SECONDS = 5
SIDE = 640


def media_content(kind: str, stored: StoredFile, name: str) -> JSON:
    """The content fields of a message that carries this file; `KeyError` for an unknown kind."""
    base: JSON = {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}
    mime = mimetypes.guess_type(name)[0]
    named = {"file_name": name, "mime_type": mime or "application/octet-stream"}
    frame = {"width": SIDE, "height": SIDE}
    shapes: dict[str, JSON] = {
        "document": named,
        "voice": {"duration": SECONDS, "mime_type": "audio/ogg"},
        "video": frame | {"duration": SECONDS} | named,
        "video_note": {"length": SIDE, "duration": SECONDS},
        "audio": {"duration": SECONDS} | named,
        "animation": frame | {"duration": SECONDS} | named,
        "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
    }
    if kind == "photo":
        small = base | {"file_unique_id": f"{stored.unique_id}s", "width": 90, "height": 90}
        return {"photo": [small, base | frame]}
    content: JSON = {kind: base | shapes[kind]}
    return content | {"document": base | named} if kind == "animation" else content

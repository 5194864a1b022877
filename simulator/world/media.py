"""The Bot API's JSON of media, made from a stored file."""

import mimetypes

from simulator.world.model import JSON, StoredFile

KINDS = frozenset({"photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker"})
SIDE = 640


def media_content(kind: str, stored: StoredFile) -> JSON:
    """The content fields of a message that carries this file; `KeyError` for an unknown kind."""
    base: JSON = {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}
    name, mime = stored.name, mimetypes.guess_type(stored.name)[0]
    named = {"file_name": name, "mime_type": mime or "application/octet-stream"}
    frame = {"width": SIDE, "height": SIDE}
    shapes: dict[str, JSON] = {
        "document": named,
        "voice": {"duration": stored.duration, "mime_type": "audio/ogg"},
        "video": frame | {"duration": stored.duration} | named,
        "video_note": {"length": SIDE, "duration": stored.duration},
        "audio": {"duration": stored.duration} | named,
        "animation": frame | {"duration": stored.duration} | named,
        "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
    }
    if kind == "photo":
        small = base | {"file_unique_id": f"{stored.unique_id}s", "width": 90, "height": 90}
        return {"photo": [small, base | frame]}
    content: JSON = {kind: base | shapes[kind]}
    return content | {"document": base | named} if kind == "animation" else content

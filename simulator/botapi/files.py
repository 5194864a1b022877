"""Files: sending them, asking for them, serving them."""

from simulator.botapi import content
from simulator.botapi.errors import bad_request
from simulator.botapi.messages import send
from simulator.botapi.params import Params, Upload
from simulator.botapi.registry import Call, method
from simulator.limits import AS_A_MESSAGE
from simulator.world.media import media_content
from simulator.world.model import JSON, StoredFile
from simulator.world.world import World

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024


@method("sendDocument", AS_A_MESSAGE)
async def send_document(call: Call) -> JSON:
    """Send a file."""
    return _send_media(call, "document")


@method("sendPhoto", AS_A_MESSAGE)
async def send_photo(call: Call) -> JSON:
    """Send a picture."""
    upload = _upload(call.params, "photo")
    if upload is not None and len(upload.content) > MAX_PHOTO_BYTES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return _send_media(call, "photo")


@method("getFile")
async def get_file(call: Call) -> JSON:
    """Where a file can be fetched; at most 20 MB."""
    stored = call.world.files.get(call.params.text("file_id") or "")
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


def file_at(world: World, path: str) -> StoredFile | None:
    """The file that getFile gave this path for."""
    return world.files_by_path.get(path)


def _send_media(call: Call, kind: str) -> JSON:
    caption = content.caption_of(call.params)
    upload = _upload(call.params, kind)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        stored = call.world.add_file(upload.name, len(upload.content), upload.content)
        media = media_content(kind, stored, upload.name)
    else:
        media = _known_media(call, kind)
    return send(call, media | content.without_nothing(caption))


def _upload(params: Params, kind: str) -> Upload | None:
    """The file of the call, sent under its own name or attached under another."""
    reference = params.text(kind) or ""
    if reference.startswith("attach://"):
        return params.uploads.get(reference.removeprefix("attach://"))
    return params.uploads.get(kind)


def _known_media(call: Call, kind: str) -> JSON:
    reference = call.params.text(kind)
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    stored = call.world.files.get(reference)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return media_content(kind, stored, stored.path.rsplit("/", 1)[-1])

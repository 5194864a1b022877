"""Files: sending them, asking for them, serving them."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from simulator.botapi import content
from simulator.botapi.errors import bad_request
from simulator.botapi.messages import send
from simulator.botapi.params import Params, Upload
from simulator.botapi.registry import Call, Handler, method
from simulator.limits import AS_A_MESSAGE
from simulator.world.media import media_content
from simulator.world.model import JSON, StoredFile
from simulator.world.world import World

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
MOST_IN_ALBUM = 10
METHODS = {
    "sendPhoto": "photo",
    "sendDocument": "document",
    "sendVoice": "voice",
    "sendVideo": "video",
    "sendVideoNote": "video_note",
    "sendAudio": "audio",
    "sendAnimation": "animation",
    "sendSticker": "sticker",
}
TOGETHER = ({"photo", "video"}, {"document"}, {"audio"})
"""Kinds that may stand in one album."""


def _sending(kind: str) -> Handler:
    async def handle(call: Call) -> JSON:
        return send(call, _media(call, kind) | content.without_nothing(content.caption_of(call.params)))

    return handle


for _name, _kind in METHODS.items():
    method(_name, AS_A_MESSAGE)(_sending(_kind))


@method("sendMediaGroup", AS_A_MESSAGE)
async def send_media_group(call: Call) -> list[JSON]:
    """Send an album."""
    items = call.params.array("media") or []
    if not 2 <= len(items) <= MOST_IN_ALBUM:
        raise bad_request("there must be from 2 to 10 media in the album")
    kinds = {str(item.get("type")) for item in items}
    if not any(kinds <= together for together in TOGETHER):
        raise bad_request("media of these types can't be mixed in an album")
    prepared = [_item(call, item) for item in items]
    album = {"media_group_id": str(call.world.next_album_id())}
    return [send(call, each | album) for each in prepared]


def _item(call: Call, item: JSON) -> JSON:
    """One item: its own parameters, with the uploads of the whole call."""
    kind = str(item["type"])
    values = {key: value for key, value in item.items() if value is not None}
    own = Call(call.world, Params(values | {kind: item.get("media")}, call.params.uploads), call.webhook)
    return _media(own, kind) | content.without_nothing(content.caption_of(own.params))


@method("sendLocation", AS_A_MESSAGE)
async def send_location(call: Call) -> JSON:
    """Send a place."""
    return send(call, {"location": _place(call.params)})


@method("sendVenue", AS_A_MESSAGE)
async def send_venue(call: Call) -> JSON:
    """Send a place with its name and address."""
    place = _place(call.params)
    named = {"title": call.params.text("title") or "", "address": call.params.text("address") or ""}
    return send(call, {"venue": named | {"location": place}, "location": place})


@method("sendContact", AS_A_MESSAGE)
async def send_contact(call: Call) -> JSON:
    """Send somebody's phone."""
    phone, name = call.params.text("phone_number"), call.params.text("first_name")
    if not phone:
        raise bad_request("phone number is empty")
    return send(call, {"contact": {"phone_number": phone, "first_name": name or ""}})


@method("getFile")
async def get_file(call: Call) -> JSON:
    """Where a file can be fetched: at most 20 MB; any size in local mode, where it lies in a folder by then."""
    stored = call.world.files.get(call.params.text("file_id") or "")
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWNLOAD_BYTES and call.world.local_folder is None:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path if call.world.local_folder is None else _laid_out(call.world.local_folder, stored),
    }


def _laid_out(folder: Path, stored: StoredFile) -> str:
    place = folder / stored.path
    # Where the folder can't be made the bot is on another machine: it gets the path all the same.
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(stored.read())
    return str(place)


def file_at(world: World, path: str) -> StoredFile | None:
    """The file that getFile gave this path for."""
    return world.files_by_path.get(path)


def _place(params: Params) -> JSON:
    values: dict[str, Any] = {name: float(params.text(name) or 0) for name in ("latitude", "longitude")}
    return values


def _media(call: Call, kind: str) -> JSON:
    upload = _upload(call.params, kind)
    if upload is None:
        return _known_media(call, kind)
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind == "photo" and len(upload.content) > MAX_PHOTO_BYTES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return media_content(kind, call.world.add_file(upload.name, len(upload.content), upload.content, kind))


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
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return media_content(kind, stored)

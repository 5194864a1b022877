"""A call's parameters, whichever way they came: JSON, form, multipart or query string."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from simulator.botapi.errors import Refusal, bad_request

MAX_UPLOAD_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file that came with the call."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Params:
    """Values by name; forms carry everything as text, JSON bodies do not."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """A string, `None` if it is missing."""
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, bool | dict | list):
            raise bad_request(f"parameter {name} must be a string")
        return str(value)

    def integer(self, name: str) -> int | None:
        """A whole number, `None` if it is missing or empty."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """A truth value, false if it is missing."""
        value = self.values.get(name, False)
        return value.lower() in {"true", "1", "yes"} if isinstance(value, str) else bool(value)

    def has(self, name: str) -> bool:
        """Whether the parameter was given at all."""
        return self.values.get(name) is not None

    def data(self, name: str) -> Any:
        """An object or array, decoded if it came as text."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> dict[str, Any] | None:
        """An object, `None` if it is missing."""
        value = self.data(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {name}: Object expected")
        return value

    def array(self, name: str) -> list[Any] | None:
        """An array, `None` if it is missing."""
        value = self.data(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name}: Array expected")
        return value

    def chat_id(self) -> int | None:
        """The numeric chat of the call, `None` if there is none."""
        value = self.values.get("chat_id")
        try:
            return int(value) if value is not None else None
        except (TypeError, ValueError):
            return None

    def structured(self, name: str) -> Any:
        """The value as the library's types want it: what is written as a JSON object or array comes decoded."""
        value = self.values.get(name)
        return self.data(name) if isinstance(value, str) and value[:1] in {"{", "["} else value


async def read(request: web.Request) -> Params:
    """Read the parameters of a request; the body wins over the query string."""
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= await _read_json(request)
    elif request.content_type.startswith("multipart/"):
        await _read_multipart(request, values, uploads)
    elif request.can_read_body:
        values |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return Params(values, uploads)


async def _read_json(request: web.Request) -> dict[str, Any]:
    raw = await request.read()
    if not raw:
        return {}
    try:
        body = json.loads(raw)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON object")
    return body


async def _read_multipart(request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = content.decode("utf-8", "replace")
        elif len(content) > MAX_UPLOAD_BYTES:
            raise Refusal(413, "Request Entity Too Large")
        else:
            uploads[part.name] = Upload(part.filename, content)

"""Telegram's HTML: text and entities out of markup, refused where Telegram refuses it.

Offsets and lengths of entities are counted in UTF-16 units, positions in refusals in bytes of UTF-8, as Telegram does.
"""

import re
from dataclasses import dataclass, field

from simulator.world.model import JSON

SIMPLE_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
OTHER_TAGS = frozenset({"a", "span", "tg-emoji", "tg-time"})

_REFERENCE = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']+")
_URL = re.compile(r"^(?:(?:https?|tg|ton|mailto|tel):|(?:[\w-]+\.)+[^\W\d_]{2,})", re.IGNORECASE)


class HtmlError(ValueError):
    """Markup that Telegram cannot parse; its text follows "can't parse entities: "."""


@dataclass
class _OpenTag:
    name: str
    start: int
    begins_at: int
    attributes: dict[str, str] = field(default_factory=dict)


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def parse(source: str) -> tuple[str, list[JSON]]:
    """Text and entities of `source`; `HtmlError` where Telegram would refuse it."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out: list[str] = []
        self._units = 0
        self._open: list[_OpenTag] = []
        self._entities: list[JSON] = []

    def run(self) -> tuple[str, list[JSON]]:
        while self._at < len(self._source):
            char = self._source[self._at]
            if char == "&":
                self._reference()
            elif char != "<":
                self._append(char)
                self._at += 1
            elif self._source.startswith("</", self._at):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self._out), self._entities

    def _append(self, text: str) -> None:
        self._out.append(text)
        self._units += utf16_length(text)

    def _reference(self) -> None:
        found = _REFERENCE.match(self._source, self._at)
        char = _referenced(found) if found else None
        if found is None or char is None:
            self._append("&")
            self._at += 1
            return
        self._append(char)
        self._at = found.end()

    def _byte_offset(self, position: int) -> int:
        return len(self._source[:position].encode("utf-8", "surrogatepass"))

    def _start_tag(self) -> None:
        begins_at = self._at
        offset = self._byte_offset(begins_at)
        self._at += 1
        while self._at < len(self._source) and not self._source[self._at].isspace() and self._source[self._at] != ">":
            self._at += 1
        name = self._source[begins_at + 1 : self._at].lower()
        if self._at >= len(self._source):
            raise HtmlError(f"Unclosed start tag at byte offset {offset}")
        if name not in SIMPLE_TAGS and name not in OTHER_TAGS:
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {offset}')
        attributes = self._attributes(name, offset)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        self._open.append(_OpenTag(name, self._units, len(self._out), attributes))

    def _attributes(self, tag: str, offset: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_spaces(offset)
            if self._source[self._at] == ">":
                self._at += 1
                return attributes
            found = _ATTRIBUTE_NAME.match(self._source, self._at)
            if found is None:
                raise HtmlError(f'Empty attribute name in the tag "{tag}" at byte offset {offset}')
            self._at = found.end()
            self._skip_spaces(offset)
            name = found.group().lower()
            if self._source[self._at] == "=":
                self._at += 1
                self._skip_spaces(offset)
                attributes[name] = self._attribute_value(tag, offset)
            elif name == "expandable":
                attributes[name] = ""
            else:
                raise HtmlError(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {offset}'
                )

    def _attribute_value(self, tag: str, offset: int) -> str:
        quote = self._source[self._at]
        if quote in "\"'":
            end = self._source.find(quote, self._at + 1)
            if end < 0:
                raise HtmlError(f'Unclosed start tag "{tag}" at byte offset {offset}')
            value, self._at = self._source[self._at + 1 : end], end + 1
        else:
            start = self._at
            while self._at < len(self._source) and not re.match(r"[\s>]", self._source[self._at]):
                self._at += 1
            value = self._source[start : self._at]
        return _REFERENCE.sub(lambda found: _referenced(found) or found.group(), value)

    def _skip_spaces(self, offset: int) -> None:
        while self._at < len(self._source) and self._source[self._at].isspace():
            self._at += 1
        if self._at >= len(self._source):
            raise HtmlError(f"Unclosed start tag at byte offset {offset}")

    def _end_tag(self) -> None:
        offset = self._byte_offset(self._at)
        end = self._source.find(">", self._at)
        if not self._open:
            raise HtmlError(f"Unexpected end tag at byte offset {offset}")
        if end < 0:
            raise HtmlError(f"Unclosed end tag at byte offset {offset}")
        name = self._source[self._at + 2 : end].strip().lower()
        opened = self._open.pop()
        if name not in ("", opened.name):
            raise HtmlError(
                f'Unmatched end tag at byte offset {offset}, expected "</{opened.name}>", found "</{name}>"'
            )
        self._at = end + 1
        if self._units > opened.start:
            self._close(opened)

    def _close(self, tag: _OpenTag) -> None:
        span: JSON = {"offset": tag.start, "length": self._units - tag.start}
        made = self._entity(tag, span)
        if made is not None:
            self._entities.append(made)

    def _entity(self, tag: _OpenTag, span: JSON) -> JSON | None:
        match tag.name:
            case "a":
                url = tag.attributes.get("href") or "".join(self._out[tag.begins_at :])
                return {"type": "text_link", **span, "url": url} if _URL.match(url) else None
            case "span":
                return {"type": "spoiler", **span}
            case "tg-emoji":
                return {"type": "custom_emoji", **span, "custom_emoji_id": tag.attributes.get("emoji-id", "")}
            case "tg-time":
                return _time_entity(tag, span)
            case "blockquote" if "expandable" in tag.attributes:
                return {"type": "expandable_blockquote", **span}
            case "code":
                return self._code(tag, span)
            case "pre":
                return self._pre(span)
        return {"type": SIMPLE_TAGS[tag.name], **span}

    def _code(self, tag: _OpenTag, span: JSON) -> JSON:
        language = tag.attributes.get("class", "")
        inside_pre = bool(self._open) and self._open[-1].name == "pre"
        if inside_pre and language.startswith("language-"):
            return {"type": "code", **span, "language": language.removeprefix("language-")}
        return {"type": "code", **span}

    def _pre(self, span: JSON) -> JSON:
        """A block of code takes its language from a `code` that fills it."""
        for inner in self._entities:
            same = inner["offset"] == span["offset"] and inner["length"] == span["length"]
            if inner["type"] == "code" and "language" in inner and same:
                self._entities.remove(inner)
                return {"type": "pre", **span, "language": inner["language"]}
        return {"type": "pre", **span}


def _referenced(found: re.Match[str]) -> str | None:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else None


def _time_entity(tag: _OpenTag, span: JSON) -> JSON | None:
    unix = tag.attributes.get("unix", "")
    if not unix.isdigit():
        raise HtmlError('Tag "tg-time" must have a numeric attribute "unix"')
    entity: JSON = {"type": "date_time", **span, "unix_time": int(unix)}
    if "format" in tag.attributes:
        entity["date_time_format"] = tag.attributes["format"]
    return entity

"""Entities of a text: trimming with its entities, and finding commands, links and mentions as clients do."""

import re

from simulator.html import utf16_length
from simulator.world.model import JSON

_FOUND = (
    (
        "url",
        re.compile(r"(?<![\w@./])(?:https?://[^\s<>\"]+|(?:[\w-]+\.)+(?:ua|com|org|net|me|info|gov)(?:/[^\s<>\"]*)?)"),
    ),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[a-zA-Z]{2,}")),
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#&])#[^\W\d]\w{0,255}")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d{1,3}[ -]?\(?\d{2,3}\)?(?:[ -]?\d{2,4}){2,3}(?!\w)")),
)


def trim(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    """Text without white space at its ends and carriage returns; entities moved and cut with it."""
    text = text.replace("\r", "") if not entities else text
    lead = utf16_length(text) - utf16_length(text.lstrip())
    trimmed = text.strip()
    total = utf16_length(trimmed)
    kept: list[JSON] = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(total, entity["offset"] + entity["length"] - lead)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return trimmed, kept


def detect(text: str, given: list[JSON]) -> list[JSON]:
    """The given entities and those that Telegram finds by itself where none of a link's or code's kind stands."""
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in given
        if entity["type"] in {"text_link", "text_mention", "code", "pre", "custom_emoji"}
    ]
    found = list(given)
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            words = match.group().rstrip(".,;:!?)") if kind == "url" else match.group()
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(words)
            if all(end <= other_start or start >= other_end for other_start, other_end in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))

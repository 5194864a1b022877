"""Texts and captions of a call: parsed, trimmed, measured."""

from typing import Any

from simulator import entities as entity_rules
from simulator import html
from simulator.botapi.errors import bad_request
from simulator.botapi.params import Params
from simulator.world.model import JSON

MAX_TEXT = 4096
MAX_CAPTION = 1024


def text_of(params: Params) -> JSON:
    """`text` and `entities` as a message holds them; refused when empty, too long or not to be parsed."""
    text, entities = _parsed(params, params.text("text") or "", "entities")
    if not text:
        raise bad_request("message text is empty")
    if html.utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    content: JSON = {"text": text, "entities": entities or None}
    preview = params.mapping("link_preview_options")
    content["link_preview_options"] = preview or None
    return content


def caption_of(params: Params) -> JSON:
    """`caption` and `caption_entities` as a message holds them."""
    text, entities = _parsed(params, params.text("caption") or "", "caption_entities")
    if html.utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return {"caption": text or None, "caption_entities": entities or None}


def without_nothing(content: JSON) -> JSON:
    """The fields that have a value."""
    return {key: value for key, value in content.items() if value is not None}


def _parsed(params: Params, source: str, entities_name: str) -> tuple[str, list[JSON]]:
    mode = (params.text("parse_mode") or "").lower()
    if mode not in {"", "html"}:
        raise bad_request("unsupported parse_mode" if mode not in {"markdown", "markdownv2"} else _NO_MARKDOWN)
    try:
        text, entities = html.parse(source) if mode else (source, _given(params, source, entities_name))
    except html.HtmlError as error:
        raise bad_request(f"can't parse entities: {error}") from None
    text, entities = entity_rules.trim(text, entities)
    return text, entity_rules.detect(text, entities)


_NO_MARKDOWN = "can't parse entities: the simulator reads HTML only"


def _given(params: Params, text: str, name: str) -> list[JSON]:
    """Entities passed instead of markup; their spans must lie inside the text."""
    given: list[Any] = params.array(name) or []
    total = html.utf16_length(text)
    kept: list[JSON] = []
    for entity in given:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise bad_request("can't parse entities: expected an Object")
        if entity["offset"] < 0 or entity["length"] < 0:
            raise bad_request("can't parse entities: entity offset and length must be non-negative")
        if entity["offset"] < total and entity["length"] > 0:
            kept.append({key: value for key, value in entity.items() if value is not None})
    return kept

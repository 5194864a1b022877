"""What a message looks like: formatted text with odd entities, and rich messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from selenium.webdriver import Chrome

from tests.browser import Stand
from tests.simulator.page.stage import Stage

pytestmark = pytest.mark.page

DRAW_TEXT = """
    const [text, entities, done] = arguments;
    import("/page/entities.js").then(({ formatted }) => {
        const box = document.createElement("div");
        box.append(formatted(text, entities, { command() {}, link: () => false }));
        done([box.innerHTML, box.textContent]);
    });"""
DRAW_RICH = """
    const [message, done] = arguments;
    import("/page/rich.js").then(({ richMessage }) => {
        const box = richMessage(message, { press: (button) => { box.title = button.callback_data; } });
        document.querySelector("[data-pane=desk] .messages").append(box);
        box.querySelector("[data-button]").click();
        done([box.innerHTML, box.title]);
    });"""


@pytest.fixture(scope="module")
def stand(chromium: Chrome) -> Iterator[Stand]:
    """The page of a quiet simulator."""
    stage = Stage()
    yield Stand(chromium, stage.url)
    stage.close()


def _entity(kind: str, offset: int, length: int, **more: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("text", "entities", "drawn"),
    [
        ("один два", [_entity("bold", 0, 8), _entity("italic", 5, 3)], "<strong>один <em>два</em></strong>"),
        ("абвг", [_entity("bold", 0, 3), _entity("italic", 2, 2)], "<strong>аб<em>в</em></strong><em>г</em>"),
        ("🏠дім", [_entity("bold", 2, 3)], "🏠<strong>дім</strong>"),
        ("🏠дім", [_entity("bold", 1, 4)], "🏠<strong>дім</strong>"),
        ("дім", [_entity("bold", 1, 90), _entity("code", 7, 2), _entity("code", -5, 2)], "д<strong>ім</strong>"),
        ("тут", [_entity("text_link", 0, 3, url="javascript:alert(1)")], "тут"),
        ("<b>&amp;", [_entity("underline", 0, 3)], "<u>&lt;b&gt;</u>&amp;amp;"),
        ("щось", [_entity("new_in_telegram", 0, 4)], "щось"),
    ],
    ids=["nested", "overlapping", "after an emoji", "half an emoji", "out of range", "a script", "markup", "unknown"],
)
def test_entities_are_drawn_and_no_character_is_lost(
    stand: Stand, text: str, entities: list[dict[str, Any]], drawn: str
) -> None:
    markup, words = stand.driver.execute_async_script(DRAW_TEXT, text, entities)
    assert (markup, words) == (drawn, text)


def test_a_quote_stands_on_lines_of_its_own_without_a_gap_after_it(stand: Stand) -> None:
    html, _ = stand.driver.execute_async_script(DRAW_TEXT, "до\nцитата\n\nпісля", [_entity("blockquote", 3, 6)])
    assert html == "до\n<blockquote>цитата</blockquote>\nпісля", "one empty line below it, as in Telegram"


def test_a_rich_message_has_headings_tables_lists_details_and_buttons(stand: Stand) -> None:
    cell = {"align": "left", "valign": "top"}
    paragraph = {"type": "paragraph", "text": ["Веде ", {"type": "bold", "text": "<Ірина>"}]}
    blocks = [
        {"type": "heading", "text": "Черга", "size": 1},
        {"type": "table", "cells": [[cell | {"text": "Номер", "is_header": True}], [cell | {"text": "000123"}]]},
        {"type": "list", "items": [{"label": "1.", "blocks": [paragraph]}]},
        {"type": "details", "summary": "Історія", "blocks": [{"type": "divider"}]},
        {"type": "expandable_blockquote", "text": "довго " * 50},
        {"type": "buttons", "buttons": [{"text": "Оновити", "callback_data": "again"}]},
    ]
    markup, pressed = stand.driver.execute_async_script(DRAW_RICH, {"blocks": blocks})
    assert pressed == "again"
    for part in ("Черга</p>", "<th", "<td", "<summary>Історія", "<strong>&lt;Ірина&gt;</strong>", "aria-expanded"):
        assert part in markup

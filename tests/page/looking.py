"""Each state of the page on somebody's way is looked at, as a person with a cheap phone and weak eyes would meet it."""

from __future__ import annotations

import os
import struct
import zlib
from contextlib import suppress
from pathlib import Path

from tests.axe import findings
from tests.browser import Pane, Stand, until
from tests.conversations.words import label

MORE = label("button-more")
LOOKS, LOOK_SECONDS = 7, 10.0
SMALLEST_KEY = 44
"""Pixels of height under which a finger misses."""
BEYOND = """
    const seen = (node) => node.offsetParent && getComputedStyle(node).visibility !== "hidden";
    const beyond = (node) => {
        const box = node.getBoundingClientRect();
        return box.right > innerWidth + 1 || box.left < -1 || node.scrollWidth > node.clientWidth + 1;
    };
    return [...document.querySelectorAll(".bubble .text, .key, .file-card, .about")]
        .filter((node) => seen(node) && beyond(node)).map((node) => node.textContent);"""
SMALL = """
    return [...document.querySelectorAll(".key")].filter((node) => node.offsetParent)
        .filter((node) => node.getBoundingClientRect().height < arguments[0]).map((node) => node.textContent);"""


def press_of_card(stand: Stand, button: str) -> None:
    """A button of a case's card. Where it is not there it stands behind «Ще», or comes with the card's next change: a
    group takes 20 calls a minute, and words go first.
    """
    stand.show("group")
    for _ in range(LOOKS):
        with suppress(AssertionError):
            until(f"[{button}]", lambda: stand.offers("group", button), LOOK_SECONDS)
            break
        stand.press("group", MORE)
    stand.press("group", button)


class Way:
    """The steps of one person through the page; with SCREENSHOTS=folder a picture of each is saved there."""

    def __init__(self, stand: Stand, who: str) -> None:
        self.stand = stand
        self._who = who
        self._steps = 0

    def sees(self, pane: Pane, words: str, name: str) -> None:
        """Waits for the words and looks at the page: nothing cut off, no button too small, no finding of axe."""
        self.stand.show(pane)
        self.stand.wait_text(pane, words)
        self._steps += 1
        picture(self.stand, f"{self._who}-{self._steps:02}-{name}")
        assert self.stand.driver.execute_script(BEYOND) == [], f"cut off: {name}"
        assert self.stand.driver.execute_script(SMALL, SMALLEST_KEY) == [], f"too small: {name}"
        found = findings(self.stand)
        assert found == [], f"{name}: {found}"


def picture(stand: Stand, name: str) -> None:
    """What is seen now, where SCREENSHOTS names a folder."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        until("no passing notice", lambda: not any(each.is_displayed() for each in stand.find_all(".toast")))
        stand.screenshot(Path(folder) / f"{name}.png")


def photo(path: Path, shade: int) -> Path:
    """A small picture."""
    side = 64
    rows = b"".join(b"\0" + bytes(value for x in range(side) for value in (shade, x * 3, y * 3)) for y in range(side))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    return path

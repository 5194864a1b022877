"""The demo as somebody starts it, and a browser that opens it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from tests.browser import chromium_for_a_while
from tests.page.demo import demo_running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chrome]:
    """One browser."""
    yield from chromium_for_a_while()


@pytest.fixture
def demo() -> Iterator[str]:
    """`python -m bot demo` in a process of its own, with nobody having said anything yet; its address."""
    with demo_running() as address:
        yield address

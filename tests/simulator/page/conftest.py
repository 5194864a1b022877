"""The page's fixtures: a browser, a simulator as new for each test, the page at desktop width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from tests.browser import Stand, chromium_for_a_while
from tests.simulator.page.stage import CASEWORKER, MOTHER, Stage


@pytest.fixture(scope="package")
def chromium() -> Iterator[Chrome]:
    """One browser for all of the page's tests."""
    yield from chromium_for_a_while()


@pytest.fixture(scope="package")
def running() -> Iterator[Stage]:
    """A simulator for all of the page's tests."""
    stage = Stage()
    yield stage
    stage.close()


@pytest.fixture
def stage(running: Stage) -> Stage:
    """The simulator as new."""
    running.stop()
    running.start()
    return running


@pytest.fixture
def stand(stage: Stage, chromium: Chrome) -> Iterator[Stand]:
    """The page at desktop width; a script's error fails the test."""
    opened = Stand(chromium, stage.url)
    opened.choose_person(MOTHER)
    opened.choose_staff(CASEWORKER)
    opened.complaints()
    yield opened
    assert opened.complaints() == []

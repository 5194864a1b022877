"""No phone, token or word of a person reaches the log, by whatever way it tries."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.log import configure, log_failure

PHONE = "+38 (050) 123-45-67"
TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
WORDS = "чоловік зник під Бахмутом"
PERSONAL = (PHONE, "0501234567", TOKEN, WORDS)
ALL = f"{WORDS} {PHONE} 0501234567 https://api.telegram.org/bot{TOKEN}/sendMessage"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the configured log goes; everything is as before afterwards."""
    root = logging.getLogger()
    kept = (root.handlers[:], root.level, sys.excepthook, threading.excepthook, sys.unraisablehook)
    stream = io.StringIO()
    configure("DEBUG", stream)
    yield stream
    root.handlers[:], root.level, sys.excepthook, threading.excepthook, sys.unraisablehook = kept
    structlog.reset_defaults()


def _lines(stream: io.StringIO) -> list[dict[str, Any]]:
    assert [secret for secret in PERSONAL if secret in stream.getvalue()] == []
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def _line(stream: io.StringIO) -> dict[str, Any]:
    (line,) = _lines(stream)
    return line


class PersonNotFound(Exception):
    pass


def _raise() -> None:
    try:
        raise ValueError(ALL)
    except ValueError as exc:
        failure = PersonNotFound(ALL)
        failure.add_note(ALL)
        raise failure from exc


def _failure() -> Exception:
    try:
        _raise()
    except PersonNotFound as exc:
        return exc
    raise AssertionError


def test_a_failure_is_its_class_and_frames_and_those_of_its_causes(stream: io.StringIO) -> None:
    log_failure(structlog.get_logger(), "update_failed", _failure(), update_id=7)
    line = _line(stream)
    assert (line["event"], line["level"], line["update_id"]) == ("update_failed", "error", 7)
    assert line["error"].endswith("test_log.PersonNotFound")
    assert line["frames"][-1].startswith("tests/bot/test_log.py:")
    assert line["frames"][-1].endswith(" _raise")
    assert [cause.split(" at ")[0] for cause in line["causes"]] == ["ValueError"]


def test_a_group_of_failures_names_each_member(stream: io.StringIO) -> None:
    group = ExceptionGroup(ALL, [ValueError(ALL), ExceptionGroup(ALL, [KeyError(ALL)])])
    log_failure(structlog.get_logger(), "stopped", group)
    assert [cause.split()[0] for cause in _line(stream)["causes"]] == ["ValueError", "ExceptionGroup", "KeyError"]


def test_a_failure_that_goes_in_circles_is_told_once(stream: io.StringIO) -> None:
    one, other = ValueError(ALL), KeyError(ALL)
    one.__cause__, other.__cause__ = other, one
    log_failure(structlog.get_logger(), "stopped", one)
    assert [cause.split()[0] for cause in _line(stream)["causes"]] == ["KeyError"]


def test_our_own_loggers_reduce_exceptions_too(stream: io.StringIO) -> None:
    log = structlog.get_logger()
    try:
        _raise()
    except PersonNotFound as exc:
        log.exception("one")
        log.warning("two", exc_info=exc)
        log.warning("three", reason=exc)
    one, two, three = _lines(stream)
    assert one["error"] == two["error"] == three["reason"]
    assert one["frames"][-1].endswith(" _raise")


def test_values_of_unknown_types_become_the_name_of_their_type(stream: io.StringIO) -> None:
    structlog.get_logger().info(
        "seen",
        body=ALL.encode(),
        person={"phone": PHONE},
        path=Path("/home/oksana"),
        many=[1, {"a": ALL}],
        one=object(),
    )
    line = _line(stream)
    assert (line["body"], line["person"], line["one"]) == ("<bytes>", "<dict>", "<object>")
    assert line["many"] == [1, "<dict>"]
    assert "oksana" not in stream.getvalue()


def test_plain_facts_stay_as_they_are(stream: io.StringIO) -> None:
    at = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    facts = {"case": 9, "chat": -1001234567890, "user": 7501234567, "ok": True, "none": None, "share": 0.5}
    structlog.get_logger().info(
        "done", number="LUH-2026-000123", at=at, day=date(2026, 3, 2), took=timedelta(seconds=2), **facts
    )
    line = _line(stream)
    assert {name: line[name] for name in facts} == facts
    assert (line["number"], line["at"], line["day"], line["took"]) == (
        "LUH-2026-000123", "2026-03-02T08:00:00+00:00", "2026-03-02", 2.0,
    )  # fmt: skip
    assert datetime.fromisoformat(line["timestamp"]).tzinfo is not None


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        f"https://api.telegram.org/file/bot{TOKEN}/photos/1.jpg",
        PHONE,
        "0501234567",
        "+380501234567",
        "(050) 123 45 67",
        "380501234567",
    ],
)
def test_what_looks_like_a_token_or_a_phone_is_cut_out_of_strings(stream: io.StringIO, secret: str) -> None:
    structlog.get_logger().info(f"failed at {secret}", reason=f"because of {secret}", many=(secret,))
    assert secret not in stream.getvalue()
    assert TOKEN[10:] not in stream.getvalue()


def test_a_long_string_is_cut(stream: io.StringIO) -> None:
    structlog.get_logger().info("seen", words="я" * 5000)
    assert len(_line(stream)["words"]) == 300


@pytest.mark.parametrize(
    "name", ["aiogram.event", "aiohttp.server", "apscheduler.scheduler", "sqlalchemy.pool", "other"]
)
def test_a_library_is_heard_without_its_arguments_and_exceptions(stream: io.StringIO, name: str) -> None:
    logger = logging.getLogger(name)
    try:
        _raise()
    except PersonNotFound as exc:
        logger.exception("Job %s failed: %s", ALL, exc)
        logger.error(f"Job failed: {exc}", exc_info=True)
    template, composed = _lines(stream)
    assert (template["event"], template["logger"], template["level"]) == ("library", name, "error")
    assert template["template"] == "Job %s failed: %s"
    assert "template" not in composed
    assert template["error"] == composed["error"]
    assert composed["where"].startswith("tests/bot/test_log.py:")


@pytest.mark.parametrize("level", [5, 25, 35, 60])
def test_a_library_with_levels_of_its_own_is_heard(stream: io.StringIO, level: int) -> None:
    logging.getLogger("other").handle(logging.LogRecord("other", level, __file__, 1, "%s", (ALL,), None))
    assert _line(stream)["template"] == "%s"


def test_talkative_libraries_are_quiet_below_warnings(stream: io.StringIO) -> None:
    for name in ("aiogram.dispatcher", "aiohttp.access", "apscheduler.executors", "sqlalchemy.engine", "asyncio"):
        logging.getLogger(name).info("GET %s", ALL)
    assert _lines(stream) == []


async def test_a_task_that_nobody_awaited_is_told_without_its_text(stream: io.StringIO) -> None:
    async def fail() -> None:
        raise ValueError(ALL)

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    del task
    gc.collect()
    line = _line(stream)
    assert (line["logger"], line["error"]) == ("asyncio", "ValueError")


def test_a_thread_that_fails_is_told_without_its_text(stream: io.StringIO) -> None:
    thread = threading.Thread(target=_raise)
    thread.start()
    thread.join()
    assert _line(stream)["event"] == "thread_crashed"


def test_a_failure_in_a_finalizer_is_told_without_its_text(stream: io.StringIO) -> None:
    class Closes:
        def __del__(self) -> None:
            raise ValueError(ALL)

    Closes()
    gc.collect()
    assert _line(stream)["event"] == "exception_ignored"


def test_a_crash_of_the_process_is_one_line_of_json() -> None:
    script = f"from bot.log import configure\nconfigure('INFO')\nraise ValueError({ALL!r})\n"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    line = _line(io.StringIO(done.stderr))
    assert (line["event"], line["error"]) == ("crashed", "ValueError")


def test_levels_below_the_configured_one_are_dropped(stream: io.StringIO) -> None:
    configure("WARNING", stream)
    structlog.get_logger().info("quiet")
    logging.getLogger("other").info("quiet %s", 1)
    structlog.get_logger().warning("heard")
    assert [line["event"] for line in _lines(stream)] == ["heard"]


def test_the_fences_are_seen_to_be_needed() -> None:
    """Without them the very same calls leak: the tests above would notice."""
    leaks: list[Callable[[io.StringIO], None]] = [
        lambda stream: print(repr(_failure()), file=stream),
        lambda stream: print(json.dumps({"text": ALL}, ensure_ascii=False), file=stream),
    ]
    for leak in leaks:
        stream = io.StringIO()
        leak(stream)
        with pytest.raises(AssertionError):
            _lines(stream)

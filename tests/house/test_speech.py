"""People's words stand in bot/texts; logs say fixed names and ids."""

import pytest

from tests.house.source_tree import PACKAGES, ROOT, Source, read_sources
from tests.house.speech import sentences_in_code, talkative_logs

BOT = tuple(package for package in PACKAGES if package != "simulator")


def test_no_sentence_stands_in_the_code() -> None:
    assert sentences_in_code(read_sources(ROOT, "handlers", "scheduler", "casework", "db", "bot")) == []


def test_a_planted_sentence_is_caught() -> None:
    text = (
        '"""Каже «Добрий день»."""\nasync def greet(message):\n    """Вітає."""\n    await message.answer(f"Вітаю")\n'
    )
    assert len(sentences_in_code([Source("handlers/beneficiary/start.py", text)])) == 1


def test_logs_say_fixed_names() -> None:
    assert talkative_logs(read_sources(ROOT, *BOT)) == []


@pytest.mark.parametrize(
    "line",
    [
        'log.info(f"update {text}")',
        "log.warning(text)",
        'log.error("it_failed %s", name)',
        'log.exception("it_failed")',
        'log.error("it_failed", exc_info=True)',
        'log.info("It failed, sorry")',
    ],
)
def test_a_planted_talkative_log_is_caught(line: str) -> None:
    assert len(talkative_logs([Source("bot/app.py", line)])) == 1


@pytest.mark.parametrize(
    "line", ['log.info("case_opened", case_id=case.id)', "math.log(text)", "log_failure(log, 'x', exc)"]
)
def test_a_plain_log_passes(line: str) -> None:
    assert talkative_logs([Source("bot/app.py", line)]) == []

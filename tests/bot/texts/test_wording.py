"""Words are found, filled and made safe in one place."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from aiogram_i18n.exceptions import FluentMessageError, KeyNotFoundError
from fluent.syntax import FluentParser, ast

from bot.texts.bundle import Bundle, WordingError
from bot.texts.wording import FOLDER, MARK, Markup, Wording, html, join, link
from rules.languages import LANGUAGES

WORDING = Wording()


def written(tmp_path: Path, uk: str, en: str | None = None) -> Path:
    for language, text in (("uk", uk), ("en", en or uk)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "words.ftl").write_text(text, encoding="utf-8")
    (tmp_path / "__pycache__").mkdir()
    return tmp_path


def test_it_speaks_the_languages_of_the_rules() -> None:
    assert set(WORDING.languages) == set(LANGUAGES)


def test_a_value_is_escaped_once_and_safe_html_stays(tmp_path: Path) -> None:
    wording = Wording(written(tmp_path, "a = <b>{ $x }</b>\n"))
    assert wording.get("a", "uk", x="<b> & Co") == "<b>&lt;b&gt; &amp; Co</b>"
    assert wording.get("a", "uk", x=wording.get("a", "uk", x="&")) == "<b><b>&amp;</b></b>"
    assert wording.plain("a", "uk", x="<&") == "<b><&</b>"


def test_a_value_of_any_length_and_with_any_signs_arrives_whole(tmp_path: Path) -> None:
    wording = Wording(written(tmp_path, "a = { $x }, { $y }, { $x }\n"))
    for x, y in (("&" * 4096, "b" * 4096), (f"{MARK}1{MARK}", "c" * 4096), (f"{MARK}0{MARK}", f"{MARK}7"), ("", MARK)):
        assert wording.plain("a", "uk", x=x, y=y) == f"{x}, {y}, {x}"


def test_a_readers_language_decides_and_an_unknown_one_reads_ukrainian(tmp_path: Path) -> None:
    wording = Wording(written(tmp_path, "a = так\n", "a = yes\n"))
    assert [wording.to(language).get("a") for language in ("uk", "en", "de")] == ["так", "yes", "так"]


def test_a_missing_key_and_a_missing_value_are_errors(tmp_path: Path) -> None:
    wording = Wording(written(tmp_path, "a = { $x }\n"))
    with pytest.raises(KeyNotFoundError):
        wording.get("b", "uk")
    with pytest.raises(FluentMessageError):
        wording.get("a", "uk")


@pytest.mark.parametrize(("text", "problem"), [("a = 1\nце не рядок\n", "not Fluent"), ("a = 1\na = 2\n", "already")])
def test_a_broken_file_is_an_error_that_names_it(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(WordingError, match=f"words.ftl: .*{problem}"):
        Wording(written(tmp_path, text))


@pytest.mark.parametrize("text", ["a = { $x\nb = 1\n", "a =\nb = 1\n", "a = 1\n    .c\nb = 1\n"])
def test_a_broken_text_is_an_error_when_it_is_used(tmp_path: Path, text: str) -> None:
    wording = Wording(written(tmp_path, text))
    assert wording.plain("b", "uk") == "1"
    for _ in range(2):
        with pytest.raises(WordingError, match=r"uk/words.ftl: not Fluent: a ="):
            wording.plain("a", "uk", x=1)


def test_what_stands_in_a_text_is_read_with_it(tmp_path: Path) -> None:
    text = "a = { $n ->\n    [one] { b } і { -c }\n   *[other] { $n }\n }\nb = { d }\nd = день\n-c = ніч\n-e = ні\n"
    wording = Wording(written(tmp_path, text))
    assert wording.plain("a", "uk", n=1) == "день і ніч"
    bundle = Bundle(tmp_path / "uk")
    assert bundle.has_message("a")
    assert bundle.unread == ("-e",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_read_one_by_one_are_those_of_the_files(language: str) -> None:
    bundle = Bundle(FOLDER / language)
    keys = set(bundle.unread)
    for key in keys - {key for key in keys if key.startswith("-")}:
        assert bundle.has_message(key), key
    read = bundle._messages | {f"-{name}": term for name, term in bundle._terms.items()}
    whole = {}
    for path in (FOLDER / language).glob("*.ftl"):
        for entry in FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                whole["-" * isinstance(entry, ast.Term) + entry.id.name] = entry
    assert keys == set(whole)
    assert not bundle.unread
    for key, entry in whole.items():
        assert entry.equals(read[key], ignored_fields=["comment"]), key


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 повідомлення"), (2, "2 повідомлення"), (5, "5 повідомлень"), (21, "21 повідомлення")]
)
def test_ukrainian_counts_right(count: int, said: str) -> None:
    assert WORDING.to("uk").get("screen-offer-case-count", count=count) == f"Тут {said}."


def test_times_are_kyivs_in_the_readers_language() -> None:
    at = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    uk, en = WORDING.to("uk"), WORDING.to("en")
    assert uk.moment(at) == "24 листопада, 18:00"
    assert uk.weekday_moment(at) == "24 листопада, 18:00 (вівторок)"
    assert uk.stamp(at) == "24.11.2026, 18:00"
    assert uk.day(at) == "24 листопада 2026 року"
    assert en.moment(at) == "24 November, 18:00"
    assert en.day(at) == "24 November 2026"


def test_a_day_is_the_day_in_kyiv_over_midnight_and_summer_time() -> None:
    uk = WORDING.to("uk")
    assert uk.day(datetime(2026, 11, 23, 22, 30, tzinfo=UTC)) == "24 листопада 2026 року"
    assert uk.day(datetime(2026, 7, 1, 20, 59, tzinfo=UTC)) == "1 липня 2026 року"
    assert uk.day(date(2026, 11, 23)) == "23 листопада 2026 року"


def test_links_and_own_words_are_safe() -> None:
    assert link('https://t.me/c/1/2?a="&b', "<1>") == '<a href="https://t.me/c/1/2?a=&quot;&amp;b">&lt;1&gt;</a>'
    assert html("<&>") == "&lt;&amp;&gt;"
    assert join([Markup("a"), Markup(), Markup("b")]) == "a\nb"

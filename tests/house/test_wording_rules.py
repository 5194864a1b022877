"""The rules about words see what they are meant to see."""

from pathlib import Path

import pytest

from tests.house.wording import Wording, differences, loud, read_language, stale, unworded

UKRAINIAN = """\
letter-received = { $name }, номер <b>{ $number }</b>.
screen-cases = { $count ->
    [one] <b>{ $count }</b> звернення
    [few] <b>{ $count }</b> звернення
   *[other] <b>{ $count }</b> звернень
}
"""
ENGLISH = """\
letter-received = { $name }, number <b>{ $number }</b>.
screen-cases = { $count ->
    [one] <b>{ $count }</b> case
   *[other] <b>{ $count }</b> cases
}
"""


def read(folder: Path, text: str) -> dict[str, Wording]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.ftl").write_text(text, encoding="utf-8")
    words, problems = read_language(folder)
    assert problems == []
    return words


def test_equal_words_in_two_languages_pass_whatever_their_plural_forms(tmp_path: Path) -> None:
    assert differences(read(tmp_path / "uk", UKRAINIAN), read(tmp_path / "en", ENGLISH)) == []


@pytest.mark.parametrize(
    ("planted", "by"),
    [
        ("screen-more = more\n", None),
        ("{ $name }, ", ""),
        ("<b>{ $number }</b>", "{ $number }"),
        ("[one] <b>{ $count }</b>", "[one] <i>{ $count }</i>"),
    ],
)
def test_a_planted_difference_is_caught(tmp_path: Path, planted: str, by: str | None) -> None:
    english = ENGLISH + planted if by is None else ENGLISH.replace(planted, by)
    assert len(differences(read(tmp_path / "uk", UKRAINIAN), read(tmp_path / "en", english))) == 1


def test_a_letter_without_words_is_caught(tmp_path: Path) -> None:
    words = read(tmp_path / "uk", UKRAINIAN)
    assert unworded(["letter-received", "letter-closed"], words) == ["letter-closed: no words"]


def test_a_key_that_nothing_needs_is_caught(tmp_path: Path) -> None:
    text = UKRAINIAN + "button-take = Беру\nbutton-old = Було\n-phone = 112\ndanger = Дзвоніть { -phone }\n"
    words = read(tmp_path / "uk", text)
    found = stale(words, ["letter-received", "screen-cases"], code="show('button-take', \"danger\")")
    assert found == ["uk/words.ftl: button-old is not used"]


@pytest.mark.parametrize(
    "text", ["Дякуємо!", "Готово ✅", "Новий лист 📬", "{ $ok -> \n    [yes] Так!\n   *[no] Ні\n }"]
)
def test_planted_shouting_is_caught(tmp_path: Path, text: str) -> None:
    assert len(loud(read(tmp_path / "uk", f"screen-done = {text}\n"))) == 1


def test_calm_words_pass(tmp_path: Path) -> None:
    assert loud(read(tmp_path / "uk", UKRAINIAN + "screen-x = Що далі? Номер № 5 – «так».\n")) == []


def test_a_key_written_twice_and_broken_lines_are_caught(tmp_path: Path) -> None:
    folder = tmp_path / "uk"
    folder.mkdir()
    (folder / "a.ftl").write_text("screen-a = один\n", encoding="utf-8")
    (folder / "b.ftl").write_text("screen-a = два\nце не рядок\n", encoding="utf-8")
    _, problems = read_language(folder)
    assert problems == ["uk/b.ftl: screen-a already stands in uk/a.ftl", "uk/b.ftl: not Fluent: це не рядок"]

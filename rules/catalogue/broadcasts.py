"""Ready-made broadcasts: what a department says again and again, for a supervisor to adapt."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from rules.broadcast_words import AREA, LONGEST_TEXT, MOST_BUTTONS, Way, seen_length, unknown_in, variables_in
from rules.broadcasts import Kind
from rules.catalogue.reading import CatalogueError, Table
from rules.languages import LANGUAGES, Words

FILE = "broadcasts.toml"
LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class ReadyBroadcast:
    """One of them. `ways`: where its buttons lead; `missing`: it is for those who lack a document."""

    slug: str
    kind: Kind
    title: Words
    text: Words
    ways: tuple[str, ...]
    missing: bool


def read_broadcast(table: Table) -> ReadyBroadcast:
    """One [[broadcast]]; CatalogueError for a variable that does not exist, or that one language has alone."""
    entry = ReadyBroadcast(
        slug=table.slug("slug"),
        kind=table.choice("kind", Kind),
        title=table.words("title"),
        text=table.words("text"),
        ways=tuple(table.texts("buttons")),
        missing=table.flag("missing"),
    )
    for language in LANGUAGES:
        if len(entry.title[language]) > LONGEST_TITLE:
            raise table.error(f"title.{language}", f"has more than {LONGEST_TITLE} characters")
        if seen_length(entry.text[language]) > LONGEST_TEXT:
            raise table.error(f"text.{language}", f"has more than {LONGEST_TEXT} characters")
        if unknown := unknown_in(entry.text[language]):
            raise table.error(f"text.{language}", f"names {unknown[0]}, which is no variable")
    if set(variables_in(entry.text.uk)) != set(variables_in(entry.text.en)):
        raise table.error("text", "names other variables in one language than in the other")
    if len(entry.ways) > MOST_BUTTONS:
        raise table.error("buttons", f"holds more than {MOST_BUTTONS}")
    return entry


def is_way(to: str, areas: Container[str]) -> bool:
    """Whether a button may lead there inside of the bot; `areas`: the slugs of the menu of life."""
    return to in set(Way) or (to.startswith(AREA) and to.removeprefix(AREA) in areas)


def check_broadcasts(broadcasts: Mapping[str, ReadyBroadcast], areas: Container[str]) -> None:
    """CatalogueError for a button that leads nowhere."""
    for entry in broadcasts.values():
        for way in entry.ways:
            if not is_way(way, areas):
                raise CatalogueError(FILE, entry.slug, "buttons", f"names '{way}', which is no way into the bot")

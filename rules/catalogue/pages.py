"""Information pages: a fact with its source and the day on which somebody compared the two."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rules.catalogue.entries import Evidence
from rules.catalogue.life import End, EndKind
from rules.catalogue.reading import Table
from rules.languages import LANGUAGES, Words
from rules.pages import find

FILE = "pages.toml"
LONGEST_TITLE = 36
"""A button carries no more beside what it says of the page."""
LONGEST_TEXT = 400
LONGEST_SLUG = 28


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `checked` None: nobody has compared it with its source yet. `words`: phrases by which it is found."""

    slug: str
    title: Words
    text: Words
    source: Words
    url: str | None
    checked: date | None
    words: tuple[str, ...]
    evidence: Evidence

    @property
    def sure(self) -> bool:
        """Whether it may be told as a fact without more ado."""
        return self.evidence in (Evidence.SOURCED, Evidence.DEPARTMENT)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """An entry of the file: a page of its own, or (`page` None) the words by which a page of life.toml is found."""

    slug: str
    words: tuple[str, ...]
    url: str | None
    page: Page | None


def read_page(table: Table) -> PageEntry:
    """One [[page]]; without a title it is the page of life.toml that has this slug."""
    slug, words, url = table.slug("slug"), table.texts("words"), table.optional_text("url")
    if len(slug) > LONGEST_SLUG:
        raise table.error("slug", f"is longer than {LONGEST_SLUG}: a button can't carry it")
    if not words:
        raise table.error("words", "is missing: nobody would find the page")
    if url is not None and not url.startswith("https://"):
        raise table.error("url", "does not begin with https://")
    if not table.has("title"):
        return PageEntry(slug, words, url, None)
    title, text = table.words("title"), table.words("text")
    for language in LANGUAGES:
        for field, said, longest in (("title", title, LONGEST_TITLE), ("text", text, LONGEST_TEXT)):
            if len(said[language]) > longest:
                raise table.error(f"{field}.{language}", f"has more than {longest} characters")
    page = Page(
        slug=slug,
        title=title,
        text=text,
        source=table.words("source"),
        url=url,
        checked=table.day("checked"),
        words=words,
        evidence=table.choice("evidence", Evidence),
    )
    return PageEntry(slug, words, url, page)


def whole_pages(entries: Mapping[str, PageEntry], ends: Mapping[str, End]) -> Mapping[str, Page]:
    """The pages, with those of the menu of life. An own life.toml may have left one out: it is no page then."""
    found = {slug: entry.page or _of_life(entry, ends.get(slug)) for slug, entry in entries.items()}
    return {slug: page for slug, page in found.items() if page is not None}


def _of_life(entry: PageEntry, end: End | None) -> Page | None:
    if end is None or end.kind is not EndKind.INFO or end.text is None or end.source is None:
        return None
    return Page(entry.slug, end.name, end.text, end.source, entry.url, end.checked, entry.words, end.evidence)


def found_in(text: str, pages: Mapping[str, Page]) -> tuple[Page, ...]:
    """The pages that the words are about, the best first."""
    return tuple(pages[slug] for slug in find(text, {slug: page.words for slug, page in pages.items()}))

"""Everything we hold about a person as one page that any phone opens: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from urllib.parse import quote

from bot.telegram.render.file_names import file_name
from bot.telegram.render.files import card_words
from bot.telegram.render.held import call_lines, form_head, form_lines, other_lines, transfer_lines
from bot.telegram.render.names import LANGUAGE_NAMES, own_event, own_state, result_line, unknown_or
from bot.telegram.render.places import told
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Enclosed, MadeFile, Rendered, RenderedFile
from bot.texts.wording import KYIV, Markup, Words, html, join
from casework.letters.sights import (
    ConsentLine,
    FactLine,
    FileBeside,
    OwnCase,
    OwnComplaint,
    OwnDataSight,
    OwnFilesSight,
    OwnForm,
    SaidLine,
    TakenFile,
)

FOLDER = "files"
"""Where files lie in the archive."""
FACTS: Mapping[str, Callable[[Words], str]] = {
    "audience": lambda t: t.plain("fact-audience"),
    "category": lambda t: t.plain("fact-category"),
    "age_band": lambda t: t.plain("fact-age"),
    "household_size": lambda t: t.plain("fact-household"),
    "registered_hromada": lambda t: t.plain("fact-hromada"),
    "actual_oblast": lambda t: t.plain("fact-oblast"),
}
STYLE = (
    "body{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem;color:#111;background:#fff}"
    "h2{margin-top:2rem;border-bottom:1px solid #767676}blockquote{margin:.3rem 0 1rem;padding-left:.8rem;"
    "border-left:3px solid #767676;white-space:pre-wrap;overflow-wrap:anywhere}"
)
PAGE = (
    '<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="referrer" content="no-referrer">\n'
    "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
)


@shows("own-data", of=OwnDataSight)
def own_data(shown: OwnDataSight, t: Words) -> Rendered:
    """The page as a file, named by its day alone; with files it lies in an archive beside them."""
    day = _day(shown.made_at)
    its_page = Enclosed(f"{day}.html", page(shown, t).encode())
    if not shown.files:
        return _document(its_page.path, (its_page,), t.get("letter-own-data"))
    text = t.get("letter-own-data-files", count=len(shown.files), page=its_page.path)
    if shown.parts > 1:
        text = join([text, t.get("letter-own-data-parts", parts=str(shown.parts))], "\n\n")
    return _document(f"{day}.zip", (its_page, *_enclosed(shown.files)), text)


@shows("own-files", of=OwnFilesSight)
def own_files(shown: OwnFilesSight, t: Words) -> Rendered:
    """A further archive."""
    text = t.get("letter-own-files", count=len(shown.files), part=str(shown.part), parts=str(shown.parts))
    return _document(f"{_day(shown.made_at)}-{shown.part}.zip", _enclosed(shown.files), text)


def _day(made_at: datetime) -> str:
    return f"suprovid-{made_at.astimezone(KYIV):%Y-%m-%d}"


def _enclosed(files: tuple[TakenFile, ...]) -> tuple[Enclosed, ...]:
    return tuple(Enclosed(f"{FOLDER}/{each.name}", file_id=each.file_id) for each in files)


def _document(name: str, entries: tuple[Enclosed, ...], text: Markup) -> Rendered:
    return Rendered(text, files=(RenderedFile(MadeFile(name, entries), text),))


def page(shown: OwnDataSight, t: Words) -> str:
    """The whole page; every word of anybody's is escaped."""
    nothing = [_paragraph(t.get("own-file-nothing"))]
    parts = [
        _paragraph(t.get("own-file-made", at=t.stamp(shown.made_at))),
        *_person(shown, t),
        *_section(t.get("own-file-consents"), _list(_consent(each, t) for each in shown.consents) or nothing),
        *_section(t.get("own-file-facts"), _facts(shown.facts, t) or nothing),
        *_section(t.get("own-file-calls"), _list(call_lines(shown.calls, t)) or nothing),
        *_section(t.get("own-file-forms"), [line for each in shown.forms for line in _form(each, t)] or nothing),
        *_section(
            t.get("own-file-others"), [line for each in shown.others for line in _list(other_lines(each, t))] or nothing
        ),
        *_section(
            t.get("own-file-told"), [line for each in shown.told for line in _list(other_lines(each, t))] or nothing
        ),
        *_section(t.get("own-file-cases"), [line for each in shown.cases for line in _case(each, t)] or nothing),
        *_section(
            t.get("own-file-complaints"), [line for each in shown.complaints for line in _complaint(each, t)] or nothing
        ),
        *_section(t.get("own-file-drafts"), [line for each in shown.drafts for line in _said(each, t)] or nothing),
        *_section(
            t.get("own-file-reminders"), [line for each in shown.reminders for line in _said(each, t)] or nothing
        ),
        *_section(t.get("own-file-meetings"), [line for each in shown.meetings for line in _said(each, t)] or nothing),
        *_section(
            t.get("own-file-transfers"),
            [line for each in shown.transfers for line in _list(transfer_lines(each, t))] or nothing,
        ),
        *_section(
            t.get("own-file-looks"),
            _list(
                t.get("screen-privacy-reading", at=t.stamp(each.at), reader=each.reader, number=each.number)
                for each in shown.looks
            )
            or nothing,
        ),
        *_section(t.get("own-file-kept"), _list(html(each) for each in shown.retention)),
        _paragraph(t.get("own-file-ratings")),
        _paragraph(t.get("own-file-office", phone=shown.office.phone, hours=shown.office.hours)),
    ]
    return PAGE.format(language=shown.language, title=t.get("own-file-title"), style=STYLE, body="\n".join(parts))


def _paragraph(text: Markup) -> str:
    return f"<p>{text}</p>"


def _section(title: Markup, lines: Iterable[str]) -> list[str]:
    return [f"<h2>{title}</h2>", *lines]


def _list(lines: Iterable[Markup]) -> list[str]:
    found = [f"<li>{line}</li>" for line in lines]
    return ["<ul>", *found, "</ul>"] if found else []


def _person(shown: OwnDataSight, t: Words) -> list[str]:
    language = LANGUAGE_NAMES[shown.language](t)
    lines = [
        t.get("own-file-name", name=unknown_or(shown.name, t)),
        t.get("own-file-phone", phone=unknown_or(shown.phone, t)),
        t.get(
            "screen-privacy-places",
            actual=told(shown.places.actual, t),
            registered=told(shown.places.registered, t),
        ),
        t.get("own-file-telegram", id=unknown_or(shown.telegram_id, t)),
        t.get("own-file-language", language=language),
        t.get("own-file-known", at=t.stamp(shown.known_since)),
    ]
    if shown.watched:
        lines.append(t.get("own-file-watched"))
    return _section(t.get("own-file-person"), _list(lines))


def _consent(line: ConsentLine, t: Words) -> Markup:
    at = t.stamp(line.given_at)
    if line.withdrawn_at is None:
        return t.get("own-file-consent", at=at, version=line.version)
    return t.get("own-file-consent-withdrawn", at=at, until=t.stamp(line.withdrawn_at), version=line.version)


def _facts(facts: tuple[FactLine, ...], t: Words) -> list[str]:
    return _list(t.get("own-file-fact", fact=FACTS[each.fact](t), value=unknown_or(each.value, t)) for each in facts)


def _form(form: OwnForm, t: Words) -> list[str]:
    return [f"<h3>{form_head(form, t)}</h3>", *_list(form_lines(form, t))]


def _case(case: OwnCase, t: Words) -> list[str]:
    line = case.line
    lines = [html(line.service)] if line.service else []
    lines.append(t.get("screen-my-case-state", state=own_state(line, t)))
    if case.closed_at is not None:
        lines.append(t.get("own-file-case-closed", at=t.stamp(case.closed_at)))
    lines += [each for each in (result_line(line.state, case.outcome, t),) if each]
    if case.crisis:
        lines.append(t.get("own-file-case-crisis"))
    happened = [t.get("timeline-line", at=t.stamp(each.at), what=own_event(each, t)) for each in case.timeline]
    said = [part for each in case.messages for part in _said(each, t)]
    return [
        f"<h3>{html(line.number)}</h3>",
        *_list(lines),
        *_facts(case.facts, t),
        _paragraph(t.get("screen-my-case-history")),
        *_list(happened),
        _paragraph(t.get("own-file-case-conversation")),
        *(said or [_paragraph(t.get("own-file-erased"))]),
    ]


def _said(line: SaidLine, t: Words) -> list[str]:
    head = t.get("own-file-said", who=line.by or t.plain("own-file-you"), at=t.stamp(line.at))
    words = [f"<blockquote>{html(line.text)}</blockquote>"] if line.text or line.file is None else []
    return [_paragraph(head), *words, *(_file(line.file, t) if line.file else [])]


def _file(file: FileBeside, t: Words) -> list[str]:
    """A link to it where it lies beside the page; a place or a contact as words."""
    what = html(file_name(file.line, t))
    if file.card is not None:
        return [_paragraph(what), f"<blockquote>{card_words(file.line.kind, file.card, t)}</blockquote>"]
    if file.name is None:
        return [_paragraph(t.get("own-file-not-here", what=file_name(file.line, t)))]
    return [f'<p><a href="{FOLDER}/{html(quote(file.name))}">{what}</a></p>']


def _complaint(complaint: OwnComplaint, t: Words) -> list[str]:
    head = t.get("own-file-complaint", complaint=complaint.complaint, number=complaint.number)
    words = (
        _said(SaidLine(complaint.written_at, None, complaint.words), t)
        if complaint.words
        else [_paragraph(t.get("own-file-erased"))]
    )
    return [f"<h3>{head}</h3>", *words, *(_said(complaint.answer, t) if complaint.answer else [])]

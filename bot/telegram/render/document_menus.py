"""Documents in the staff group: menus that only the one who pressed sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import ShowFiles
from bot.telegram.callbacks.documents import (
    DocumentDate,
    DocumentDo,
    DocumentLook,
    DocumentReturn,
    DocumentsAsk,
    DocumentsMenu,
    DocumentsPick,
    DocumentStep,
    DocumentWords,
)
from bot.telegram.callbacks.review import ReviewOfCase
from bot.telegram.keyboards import button, column
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.documents import OBSTACLES, RETURNED
from bot.telegram.render.name import Name
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.documents.ask import DocumentChoice, DocumentLine
from casework.letters.sights.documents import ValiditySight
from rules.documents import MOST_WORDS, DocumentState, DocumentVerb, Obstacle, Return, verbs_in

DATED_IN = frozenset({DocumentState.SENT, DocumentState.ACCEPTED})
"""Where it can be said until when a document is valid."""
PAGE = 7
"""Choices on one page of the menu."""
STATES: Mapping[DocumentState, Name] = {
    DocumentState.PICKED: lambda t: t.plain("document-picked"),
    DocumentState.ASKED: lambda t: t.plain("document-asked"),
    DocumentState.SENT: lambda t: t.plain("document-sent"),
    DocumentState.ACCEPTED: lambda t: t.plain("document-accepted"),
    DocumentState.RETURNED: lambda t: t.plain("document-returned"),
    DocumentState.CANNOT: lambda t: t.plain("document-cannot"),
    DocumentState.WAIVED: lambda t: t.plain("document-waived"),
}
RETURN_BUTTONS: Mapping[Return, Name] = {
    Return.UNCLEAR: lambda t: t.plain("button-return-unclear"),
    Return.PART: lambda t: t.plain("button-return-part"),
    Return.OTHER: lambda t: t.plain("button-return-other"),
    Return.OLD: lambda t: t.plain("button-return-old"),
}


def document_list(case_id: int, lines: Sequence[DocumentLine], t: Words, *, on_desk: bool) -> Rendered:
    """All that were asked for, and how each stands. `on_desk`: opened from the application, else from the card."""
    back = back_to_menu(case_id, t)
    if on_desk:
        back = button(t.plain("button-review-back"), ReviewOfCase(case=case_id))
    pick = button(t.plain("button-documents-pick"), DocumentsPick(case=case_id))
    if not lines:
        return Rendered(t.get("whisper-documents-empty"), keyboard=column(pick, back))
    return Rendered(
        t.get("whisper-documents"),
        keyboard=column(
            *(
                button(
                    t.plain("button-document-line", name=_called(each, t), state=STATES[each.state](t)),
                    DocumentLook(case=case_id, document=each.document_id),
                )
                for each in lines
            ),
            pick,
            back,
        ),
    )


def document_choices(case_id: int, choices: Sequence[DocumentChoice], page: int, t: Words) -> Rendered:
    """What to ask for: a press chooses, another takes it back, one more sends the letter."""
    picked = any(each.picked for each in choices)
    more = (page + 1) * PAGE < len(choices)
    unsure = any(each.listed and not each.sure for each in choices)
    return Rendered(
        join([t.get("whisper-documents-pick"), t.get("whisper-documents-unsure") if unsure else Markup()]),
        keyboard=column(
            *(_choice(case_id, each, page, t) for each in choices[page * PAGE : (page + 1) * PAGE]),
            button(t.plain("button-previous-page"), DocumentsPick(case=case_id, page=page - 1)) if page else None,
            button(t.plain("button-next-page"), DocumentsPick(case=case_id, page=page + 1)) if more else None,
            button(t.plain("button-documents-ask"), DocumentsAsk(case=case_id), ButtonStyle.PRIMARY)
            if picked
            else None,
            button(t.plain("button-document-back"), DocumentsMenu(case=case_id)),
        ),
    )


def _choice(case_id: int, each: DocumentChoice, page: int, t: Words) -> InlineKeyboardButton:
    data = DocumentsPick(case=case_id, slug=each.slug, page=page)
    if each.picked:
        return button(t.plain("button-document-picked", name=each.name), data, ButtonStyle.SUCCESS)
    if each.listed and not each.sure:
        return button(t.plain("button-document-unsure", name=each.name), data)
    return button(each.name, data)


def ask_words(case_id: int, document_id: int, t: Words) -> Rendered:
    """The next words in this topic go along with the document."""
    back = button(t.plain("button-document-back"), DocumentLook(case=case_id, document=document_id))
    return Rendered(t.get("whisper-document-ask-words", most=str(MOST_WORDS)), keyboard=column(back))


def with_words(case_id: int, line: DocumentLine, said: str, t: Words) -> Rendered:
    """The words once more, and why it is returned: a press sends both."""
    reasons = [
        button(name(t), DocumentReturn(case=case_id, document=line.document_id, why=why))
        for why, name in RETURN_BUTTONS.items()
    ]
    again = button(t.plain("button-document-words-again"), DocumentWords(case=case_id, document=line.document_id))
    back = button(t.plain("button-document-back"), DocumentLook(case=case_id, document=line.document_id))
    text = t.get("whisper-document-with-words", name=_called(line, t), words=said)
    return Rendered(text, keyboard=column(*reasons, again, back))


def one_document(case_id: int, line: DocumentLine, t: Words) -> Rendered:
    """How it stands, its pages for the one who presses, and what can be decided."""
    verbs, one = verbs_in(line.state), line.document_id
    parts = [t.get("whisper-document", name=_called(line, t), state=STATES[line.state](t)), _why(line, t)]
    parts += validity_lines(line.validity, t)
    buttons = []
    if line.first is not None:
        parts.append(t.get("whisper-document-pages", count=str(line.pages)))
        label = t.plain("button-show-file") if line.pages == 1 else t.plain("button-show-files", count=line.pages)
        buttons.append(button(label, ShowFiles(case=case_id, message=line.first)))
    if DocumentVerb.ACCEPT in verbs:
        accept = DocumentDo(case=case_id, document=one, step=DocumentStep.ACCEPT)
        buttons.append(button(t.plain("button-document-accept"), accept, ButtonStyle.SUCCESS))
    if line.dated and line.state in DATED_IN:
        dated = t.plain("button-document-date", here="accepted" if line.state is DocumentState.ACCEPTED else "sent")
        buttons.append(button(dated, DocumentDate(case=case_id, document=one)))
    if DocumentVerb.RETURN in verbs:
        for why, name in RETURN_BUTTONS.items():
            buttons.append(button(name(t), DocumentReturn(case=case_id, document=one, why=why)))
        buttons.append(button(t.plain("button-document-words"), DocumentWords(case=case_id, document=one)))
    if DocumentVerb.WAIVE in verbs:
        waive = DocumentDo(case=case_id, document=one, step=DocumentStep.WAIVE)
        buttons.append(button(t.plain("button-document-waive"), waive))
    buttons.append(button(t.plain("button-document-back"), DocumentsMenu(case=case_id)))
    return Rendered(join(parts), keyboard=column(*buttons))


def validity_lines(shown: ValiditySight | None, t: Words) -> list[Markup]:
    """Where it was accepted before, until when it is valid, and whether that is too short."""
    if shown is None:
        return []
    lines = []
    if shown.number is not None:
        on = t.numeric_day(shown.accepted_on) if shown.accepted_on else "–"
        lines.append(t.get("document-before", number=shown.number, on=on))
    if shown.until is not None:
        lines.append(t.get("document-valid", until=t.numeric_day(shown.until)))
    if shown.short is not None:
        lines.append(t.get("document-short", day=t.numeric_day(shown.short)))
    return lines


def ask_day(case_id: int, document_id: int, t: Words) -> Rendered:
    """The next words in this topic are the last day of the document."""
    back = button(t.plain("button-document-back"), DocumentLook(case=case_id, document=document_id))
    return Rendered(t.get("whisper-document-ask-day"), keyboard=column(back))


def _called(line: DocumentLine, t: Words) -> str:
    return t.plain("document-of-child", name=line.name, child=str(line.child)) if line.child else line.name


def _why(line: DocumentLine, t: Words) -> Markup:
    if line.why is None:
        return Markup()
    if line.state is DocumentState.CANNOT:
        return OBSTACLES[Obstacle(line.why)](t)
    return RETURNED[Return(line.why)](t)

"""Documents that a case needs: the person's letters and screens, and what the topic and the card say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import MyCase
from bot.telegram.callbacks.documents import (
    DocumentCannot,
    DocumentOpen,
    Documents,
    DocumentsLater,
    DocumentsMenu,
    DocumentsReuse,
)
from bot.telegram.keyboards import button, column
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.documents.send import Show
from casework.letters.sights import CardSight
from casework.letters.sights.documents import DocumentNewsSight, DocumentSight, DocumentsSight, OneDocumentSight
from rules.documents import DocumentState, Obstacle, Return

RETURNED: Mapping[Return, Callable[[Words], Markup]] = {
    Return.UNCLEAR: lambda t: t.get("document-return-unclear"),
    Return.PART: lambda t: t.get("document-return-part"),
    Return.OTHER: lambda t: t.get("document-return-other"),
    Return.OLD: lambda t: t.get("document-return-old"),
}
OBSTACLES: Mapping[Obstacle, Callable[[Words], Markup]] = {
    Obstacle.LOST: lambda t: t.get("obstacle-lost"),
    Obstacle.LEFT: lambda t: t.get("obstacle-left"),
    Obstacle.WHERE: lambda t: t.get("obstacle-where"),
    Obstacle.WORDS: lambda t: t.get("obstacle-words"),
}
TO_PRESS: Mapping[Obstacle, Name] = {
    Obstacle.LOST: lambda t: t.plain("button-obstacle-lost"),
    Obstacle.LEFT: lambda t: t.plain("button-obstacle-left"),
    Obstacle.WHERE: lambda t: t.plain("button-obstacle-where"),
}


def documents_line(shown: CardSight, t: Words) -> Markup:
    """How many documents are here, on the card."""
    return t.get(
        "screen-card-documents",
        accepted=str(shown.accepted),
        count=str(shown.documents),
        to_check=shown.to_check,
    )


@shows("documents-asked", of=DocumentsSight)
def asked(shown: DocumentsSight, t: Words) -> Rendered:
    """What is needed, what it is, and three ways to go on."""
    lines = join(_explained(each, t) if len(shown.missing) == 1 else _line(each, t) for each in shown.missing)
    text = t.get("letter-documents-asked", number=shown.number, count=len(shown.missing), documents=lines)
    return Rendered(text, keyboard=column(*_ways(shown.case_id, shown.missing, t)))


@shows("document-returned", of=OneDocumentSight)
def returned(shown: OneDocumentSight, t: Words) -> Rendered:
    """Why, and the same three ways."""
    why = RETURNED[shown.document.returned or Return.UNCLEAR](t)
    text = t.get("letter-document-returned", number=shown.number, name=_called(shown.document, t), why=why)
    return Rendered(text, keyboard=column(*_ways(shown.case_id, (shown.document,), t)))


@shows("document-returned-in-words", of=OneDocumentSight)
def returned_in_words(shown: OneDocumentSight, t: Words) -> Rendered:
    """The same, and beside it what whoever looked at it wrote."""
    why = RETURNED[shown.document.returned or Return.UNCLEAR](t)
    text = t.get("letter-document-returned", number=shown.number, name=_called(shown.document, t), why=why)
    words = t.get("letter-document-returned-in-words", author=shown.author, words=shown.said)
    return Rendered(join([text, words], "\n\n"), keyboard=column(*_ways(shown.case_id, (shown.document,), t)))


@shows("documents-complete", of=DocumentsSight)
def complete(shown: DocumentsSight, t: Words) -> Rendered:
    """All is here and good."""
    return Rendered(
        t.get("letter-documents-complete", number=shown.number),
        keyboard=column(button(t.plain("button-my-case"), MyCase(case=shown.case_id))),
    )


@shows("documents", of=DocumentsSight)
def documents(shown: DocumentsSight, t: Words) -> Rendered:
    """What is missing, what is here."""
    parts = [
        join(
            [
                t.get("screen-documents", count=len(shown.missing), number=shown.number),
                *(_line(each, t) for each in shown.missing),
            ]
        )
    ]
    if shown.here:
        parts.append(t.get("screen-documents-here", documents=_names(shown.here, t)))
    if shown.cannot:
        parts.append(t.get("screen-documents-cannot", documents=_names(shown.cannot, t)))
    if any(each.state is DocumentState.SENT for each in shown.here):
        parts.append(t.get("screen-documents-check"))
    back = button(t.plain("button-my-case"), MyCase(case=shown.case_id))
    ways = _ways(shown.case_id, shown.missing, t) if shown.missing else []
    return Rendered(join(parts, "\n\n"), keyboard=column(*ways, back))


@shows("documents-later", of=DocumentsSight)
def later(shown: DocumentsSight, t: Words) -> Rendered:
    """Where the list waits."""
    return Rendered(
        t.get("screen-documents-later", number=shown.number),
        keyboard=column(button(t.plain("button-my-case"), MyCase(case=shown.case_id))),
    )


@shows("document", of=OneDocumentSight)
def document(shown: OneDocumentSight, t: Words) -> Rendered:
    """One document: what it is, or what to do now."""
    head, one = _line(shown.document, t), shown.document.document_id
    back = button(t.plain("button-back"), Documents(case=shown.case_id))
    match shown.show:
        case Show.SEND:
            cannot = _open(shown, Show.WHY, t.plain("button-document-cannot"))
            return Rendered(join([head, t.get("screen-document")], "\n\n"), keyboard=column(cannot, back))
        case Show.MORE:
            done = button(t.plain("button-document-done"), Documents(case=shown.case_id), ButtonStyle.PRIMARY)
            return Rendered(join([head, t.get("screen-document-more")], "\n\n"), keyboard=column(done))
        case Show.WHY:
            reasons = [button(name(t), DocumentCannot(document=one, why=why)) for why, name in TO_PRESS.items()]
            return Rendered(join([head, t.get("screen-document-why")], "\n\n"), keyboard=column(*reasons, back))
        case _:
            ways = _ways(shown.case_id, (shown.document,), t)
            return Rendered(_explained(shown.document, t), keyboard=column(*ways, back))


@shows("document-news", of=DocumentNewsSight)
def news(shown: DocumentNewsSight, t: Words) -> Rendered:
    """In the topic; the document itself is looked at through the menu, by the one who presses."""
    why = OBSTACLES[shown.why](t) if shown.why else ""
    return Rendered(
        t.get(
            "letter-document-news",
            change="again" if shown.again and shown.change is DocumentState.SENT else shown.change.value,
            name=_called(shown, t),
            why=why,
            until=t.day(shown.until) if shown.until else "",
        ),
        keyboard=column(button(t.plain("button-documents-staff"), DocumentsMenu(case=shown.case_id))),
    )


def _line(shown: DocumentSight, t: Words) -> Markup:
    line = t.get("document-line", name=_called(shown, t))
    if shown.who:
        line = t.get("document-line-of-child", name=_called(shown, t), who=shown.who)
    return join([line, _kept(shown, t)])


def _kept(shown: DocumentSight, t: Words) -> Markup:
    """What we have already in its place."""
    if shown.kept is None:
        return Markup()
    until = t.numeric_day(shown.kept.until) if shown.kept.until else ""
    if shown.kept.over:
        return t.get("document-kept-over", until=until)
    on = t.numeric_day(shown.kept.accepted_on) if shown.kept.accepted_on else "–"
    return t.get("document-kept", on=on, dated="yes" if until else "no", until=until)


def _explained(shown: DocumentSight, t: Words) -> Markup:
    return join([_line(shown, t), t.get("document-explained", what=shown.what, why=shown.why)])


def _called(shown: DocumentSight | DocumentNewsSight, t: Words) -> str:
    """Of several children each has its own: they are told apart by the number in the application."""
    return t.plain("document-of-child", name=shown.name, child=str(shown.child)) if shown.child else shown.name


def _names(those: Sequence[DocumentSight], t: Words) -> str:
    return ", ".join(_called(each, t) for each in those)


def _open(shown: OneDocumentSight, show: Show, label: str) -> InlineKeyboardButton:
    return button(label, DocumentOpen(case=shown.case_id, document=shown.document.document_id, show=show))


def _ways(case_id: int, those: Sequence[DocumentSight], t: Words) -> list[InlineKeyboardButton]:
    """«Надіслати», «Пізніше», «Не можу дістати»; of several documents one is chosen first. What we have already takes
    one press.
    """
    later = button(t.plain("button-document-later"), DocumentsLater(case=case_id))
    usable = [each for each in those if each.usable]
    if len(those) > 1:
        one = [button(_called(each, t), _opens(case_id, each, Show.ONE)) for each in those]
        return [*_use_all(case_id, usable, t), *one, later]
    send, why = _opens(case_id, those[0], Show.SEND), _opens(case_id, those[0], Show.WHY)
    if usable:
        use = DocumentsReuse(case=case_id, document=those[0].document_id)
        return [
            button(t.plain("button-document-use"), use, ButtonStyle.PRIMARY),
            button(t.plain("button-document-send-new"), send),
            later,
        ]
    return [
        button(t.plain("button-document-send"), send, ButtonStyle.PRIMARY),
        later,
        button(t.plain("button-document-cannot"), why),
    ]


def _use_all(case_id: int, usable: Sequence[DocumentSight], t: Words) -> list[InlineKeyboardButton]:
    if not usable:
        return []
    label = t.plain("button-document-use-all", count=len(usable))
    return [button(label, DocumentsReuse(case=case_id), ButtonStyle.PRIMARY)]


def _opens(case_id: int, shown: DocumentSight, show: Show) -> DocumentOpen:
    return DocumentOpen(case=case_id, document=shown.document_id, show=show)

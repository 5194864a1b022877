"""Acts on a case that prepare, give or date something: each as it is called with a case's id."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from casework.allocation.answer import GiveBack, ShowPlaces, give_back, show_places
from casework.appointments.listing import ListAppointments, list_appointments
from casework.appointments.offer import AskWhom, BeginAppointment, ask_whom, begin_appointment
from casework.canned.send import ListAnswers, PreviewAnswer, SendAnswer, list_answers, preview_answer, send_answer
from casework.cases.assign import AskOwner, Assign, ask_owner, assign
from casework.cases.hand_over import AskNote, HandOver, ask_note, hand_over
from casework.cases.menu import OpenMenu, open_menu
from casework.cases.no_answer import NoAnswerNeeded, no_answer_needed
from casework.cases.read_together import ReadTogether, read_together
from casework.context import Context
from casework.deadlines.manage import (
    ListDeadlines,
    OneDeadline,
    ask_extend,
    list_deadlines,
    meet_deadline,
    pause,
)
from casework.documents.ask import (
    ListDocuments,
    PickDocument,
    ask_documents,
    document_choices,
    list_documents,
    pick_document,
)
from casework.documents.reuse import Reuse, reuse
from casework.documents.send import PutOff, ShowDocuments, put_off, show_documents
from casework.duplicates.look import LookForDuplicates, ReadHistory, look_for_duplicates, read_history
from casework.duplicates.unmerge import OfMerged, undo_merge
from casework.events.sign_for import AskEvents, SignFor, event_choices, sign_for
from casework.pages.open import NotHelped, not_helped
from casework.pages.send import ListPages, SendPage, list_pages, send_page
from casework.passing_on.show import ShowTellings, show_tellings
from casework.passing_on.told import Told, told
from casework.recreation.later_answers import NoteAnswers, note_answers
from casework.recreation.review import OpenOfCase, open_of_case
from casework.recreation.still_needed import NeedOf, open_need
from casework.transfers.prepare import BeginTransfer, ShowTransfers, begin_transfer, show_transfers
from rules.passing_on import Way

FURTHER: Mapping[str, Callable[[Context, int], Awaitable[Any]]] = {
    "appointment.list": lambda ctx, case: list_appointments(ctx, ListAppointments(case)),
    "appointment.whom": lambda ctx, case: ask_whom(ctx, AskWhom(case)),
    "appointment.begin": lambda ctx, case: begin_appointment(ctx, BeginAppointment(case, ctx.actor.id or 0)),
    "event.choices": lambda ctx, case: event_choices(ctx, AskEvents(case)),
    "event.sign_for": lambda ctx, case: sign_for(ctx, SignFor(case, 1)),
    "document.show": lambda ctx, case: show_documents(ctx, ShowDocuments(case)),
    "document.later": lambda ctx, case: put_off(ctx, PutOff(case)),
    "document.reuse": lambda ctx, case: reuse(ctx, Reuse(case)),
    "page.not_helped": lambda ctx, case: not_helped(ctx, NotHelped(case, 1)),
    "canned.list": lambda ctx, case: list_answers(ctx, ListAnswers(case)),
    "canned.preview": lambda ctx, case: preview_answer(ctx, PreviewAnswer(case, 1)),
    "canned.send": lambda ctx, case: send_answer(ctx, SendAnswer(case, 1, 1)),
    "case.read_together": lambda ctx, case: read_together(ctx, ReadTogether(case, -1, 1)),
    "page.list": lambda ctx, case: list_pages(ctx, ListPages(case)),
    "page.send": lambda ctx, case: send_page(ctx, SendPage(case, "decision-days")),
    "place.give_back": lambda ctx, case: give_back(ctx, GiveBack(case)),
    "review.of_case": lambda ctx, case: open_of_case(ctx, OpenOfCase(case)),
    "later.note": lambda ctx, case: note_answers(ctx, NoteAnswers(case)),
    "need.open": lambda ctx, case: open_need(ctx, NeedOf(case)),
    "place.show": lambda ctx, case: show_places(ctx, ShowPlaces(case)),
    "document.list": lambda ctx, case: list_documents(ctx, ListDocuments(case)),
    "document.choices": lambda ctx, case: document_choices(ctx, ListDocuments(case)),
    "document.pick": lambda ctx, case: pick_document(ctx, PickDocument(case, "displaced")),
    "document.ask": lambda ctx, case: ask_documents(ctx, ListDocuments(case)),
    "case.no_answer_needed": lambda ctx, case: no_answer_needed(ctx, NoAnswerNeeded(case)),
    "deadline.list": lambda ctx, case: list_deadlines(ctx, ListDeadlines(case)),
    "deadline.meet": lambda ctx, case: meet_deadline(ctx, OneDeadline(case, 1)),
    "deadline.ask_extend": lambda ctx, case: ask_extend(ctx, OneDeadline(case, 1)),
    "deadline.pause": lambda ctx, case: pause(ctx, OneDeadline(case, 1)),
    "transfer.list": lambda ctx, case: show_transfers(ctx, ShowTransfers(case)),
    "transfer.begin": lambda ctx, case: begin_transfer(ctx, BeginTransfer(case, 1)),
    "case.menu": lambda ctx, case: open_menu(ctx, OpenMenu(case)),
    "duplicate.look": lambda ctx, case: look_for_duplicates(ctx, LookForDuplicates(case)),
    "duplicate.history": lambda ctx, case: read_history(ctx, ReadHistory(case)),
    "duplicate.undo_merge": lambda ctx, case: undo_merge(ctx, OfMerged(case)),
    "telling.show": lambda ctx, case: show_tellings(ctx, ShowTellings(case)),
    "telling.told": lambda ctx, case: told(ctx, Told(case, 0, Way.PHONE)),
    "case.ask_owner": lambda ctx, case: ask_owner(ctx, AskOwner(case)),
    "case.assign": lambda ctx, case: assign(ctx, Assign(case, 0, 0)),
    "case.ask_note": lambda ctx, case: ask_note(ctx, AskNote(case, ctx.actor.id or 0)),
    "case.hand_over": lambda ctx, case: hand_over(ctx, HandOver(case, ctx.actor.id or 0, None)),
}

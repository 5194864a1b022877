"""What reports count about a case, chosen from menus that only the one who opened them sees."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import CaseButton, Fact, FactField, FactValue, StaffStep
from bot.telegram.whispers import Option, fact_fields, fact_groups, fact_values, toast
from bot.texts.wording import Words
from casework.cases.facts import AskFacts, RecordFact, ask_facts, record_fact
from casework.context import Context


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.facts")
    routes.callback_query.register(_fields, CaseButton.filter(F.verb == StaffStep.FACTS))
    routes.callback_query.register(_values, FactField.filter())
    routes.callback_query.register(_record, FactValue.filter())
    return routes


async def _fields(query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words) -> None:
    await _show_fields(callback_data.case, ctx, answers, t)


async def _values(query: CallbackQuery, callback_data: FactField, ctx: Context, answers: Answers, t: Words) -> None:
    case_id, field = callback_data.case, callback_data.field
    choices = await ask_facts(ctx, AskFacts(case_id, field.column))
    options = [Option(value, label or value) for value, label in choices.items()]
    if field is Fact.REGISTERED_HROMADA:
        if not callback_data.group:
            answers.whisper(fact_groups(case_id, field, _raions(ctx), t))
            return
        within = {code for code, hromada in ctx.catalogue.hromadas.items() if hromada.raion_code == callback_data.group}
        options = [option for option in options if option.value in within]
    answers.whisper(fact_values(case_id, field, options, callback_data.page, t, group=callback_data.group))


async def _record(query: CallbackQuery, callback_data: FactValue, ctx: Context, answers: Answers, t: Words) -> None:
    await record_fact(ctx, RecordFact(callback_data.case, callback_data.field.column, callback_data.value or None))
    answers.toast(toast("saved", t))
    await _show_fields(callback_data.case, ctx, answers, t)


async def _show_fields(case_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    known = await ask_facts(ctx, AskFacts(case_id))
    answers.whisper(fact_fields(case_id, {field: known[field.column] for field in Fact}, t))


def _raions(ctx: Context) -> list[Option]:
    names = {hromada.raion_code: hromada.raion for hromada in ctx.catalogue.hromadas.values()}
    return [Option(code, name) for code, name in names.items()]

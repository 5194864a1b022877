"""What of one case decides whether an action is done to it, and what must still be as it was previewed."""

from __future__ import annotations

from typing import Any

from casework.canned.values import values_in
from casework.context import Context
from casework.letters.write import held_until
from db.models import BulkRun, Case, Person
from db.repositories import canned, people
from rules.bulk import MOST_TAGS, WATCHED, Action, Facts, LeftOut, left_out
from rules.canned import blanks, fill
from rules.cases import State
from rules.importance import Importance


async def why_left_out(ctx: Context, run: BulkRun, case: Case) -> LeftOut | None:
    """Why the run leaves a case out as it is now, for the acting staff member; None: it is done."""
    action = Action(run.action)
    person = await people.by_id(ctx.uow.session, case.person_id)
    words = await words_for(ctx, run, case, person)
    facts = Facts(
        state=State(case.state),
        owner_id=case.owner_id,
        crisis=case.crisis,
        waits=case.waiting_since is not None,
        human_only=person.human_only,
        reachable=_reachable(person),
        has=_has(run, action, case),
        blank=words is not None and bool(words[1]),
    )
    if case.organisation_id != run.organisation_id or case.erased_at is not None:
        return LeftOut.NO_RIGHT
    return left_out(action, facts, ctx.actor.role, ctx.actor.id or 0)


def _reachable(person: Person) -> bool:
    known = person.telegram_id is not None and person.unreachable_since is None and person.erased_at is None
    return known and held_until(person) is None


def _has(run: BulkRun, action: Action, case: Case) -> bool:
    value = str(run.facts["value"])
    match action:
        case Action.TAG:
            return value in case.tags or len(case.tags) >= MOST_TAGS
        case Action.PRIORITY:
            return case.priority == Importance.HIGH and case.priority_reason == value
        case Action.ASSIGN:
            return str(case.owner_id) == value
        case _:
            return False


async def words_for(ctx: Context, run: BulkRun, case: Case, person: Person) -> tuple[str, tuple[str, ...]] | None:
    """What the person of a case would read, and what of it is blank; None where the action sends no words."""
    action = Action(run.action)
    if action is Action.LETTER:
        text = run.words or ""
    elif action is Action.ANSWER:
        found = await canned.find(ctx.uow.session, int(run.facts["value"]))
        if found is None or found[1].number != run.facts["version"] or found[0].language != person.language:
            return "", ("",)
        text = found[1].text
    else:
        return None
    values = await values_in(ctx, case, person)
    return fill(text, values), blanks(text, values)


def seen_of(case: Case) -> dict[str, Any]:
    """What of a case is looked at in a preview."""
    return {
        "state": case.state,
        "open": case.closed_at is None,
        "owner": case.owner_id,
        "crisis": case.crisis,
        "unread": case.unread,
        "waiting": case.waiting_since.isoformat() if case.waiting_since else None,
        "person": case.person_id,
        "tags": list(case.tags),
        "priority": case.priority_reason,
    }


def is_as_seen(action: Action, seen: dict[str, Any], case: Case) -> bool:
    """Whether what the action watches is as it was."""
    now = seen_of(case)
    return all(now[field] == seen[field] for field in WATCHED[action])

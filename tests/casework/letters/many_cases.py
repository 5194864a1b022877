"""What letters about two cases that became one, and about one action for many cases, need to be true."""

from __future__ import annotations

from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import BulkRun, Case, CaseMerge
from rules.bulk import Action, RunState
from tests.casework.world import World

OF_MERGES: set[type[Letter]] = {each for each in kinds.KINDS.values() if "merge_id" in each.__dataclass_fields__}
OF_RUNS: set[type[Letter]] = {each for each in kinds.KINDS.values() if "run_id" in each.__dataclass_fields__}


async def about_merge(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Another case of the person ended because this one goes on; or goes on by itself again."""
    shared = [column.name for column in Case.__table__.columns if column.name not in OWN and column.computed is None]
    await world.uow.session.refresh(case, shared)
    ended = Case(**{name: getattr(case, name) for name in shared})
    ended.number, ended.merged_into = "LUH-2026-777777", case.id
    world.uow.session.add(ended)
    await world.uow.session.flush()
    merge = CaseMerge(case_id=ended.id, into_id=case.id, by=iryna.id or 0, at=world.now, moved={})
    if kind in (kinds.CasesParted, kinds.PartedNews):
        merge.undone_at, merge.undone_by, ended.merged_into = world.now, iryna.id, None
        await world.uow.session.flush()
    world.uow.session.add(merge)
    await world.uow.session.flush()
    return {"merge_id": merge.id}


OWN = {"id", "number", "merged_into", "topic_thread_id", "topic_chat_id"}
"""What no two cases share."""


async def about_run(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина has confirmed that many cases get a tag; it is done where the letter says so."""
    run = BulkRun(
        organisation_id=case.organisation_id,
        staff_id=iryna.id or 0,
        action=Action.TAG.value,
        facts={"value": "language"},
        state=(RunState.DONE if kind is kinds.BulkDone else RunState.CONFIRMED).value,
        previewed_at=world.now,
        confirmed_at=world.now,
    )
    world.uow.session.add(run)
    await world.uow.session.flush()
    return {"run_id": run.id, "undone": False}

"""Buttons of the recreation programme: campaigns on a lead's desk, applications on a person's phone."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field as Limited

from bot.telegram.callbacks.data import ButtonData, Katottg, Slug
from casework.recreation.campaigns import Choice
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from rules.recreation.passing import Wish

RowId = Annotated[int, Limited(ge=1, le=2**63 - 1)]


class Campaigns(ButtonData, prefix="ql"):
    """On the desk: all campaigns."""


class CampaignMake(ButtonData, prefix="qn"):
    """Make one from a template."""

    template: Slug


class CampaignOpen(ButtonData, prefix="qo"):
    """Show one."""

    campaign: RowId


class CampaignField(ButtonData, prefix="qe"):
    """Type a field anew."""

    campaign: RowId
    field: Field


class CampaignChoose(ButtonData, prefix="qc"):
    """Change something by a press, in the version `number`."""

    campaign: RowId
    choice: Choice
    number: Annotated[int, Limited(ge=1, le=99_999)]


class CampaignMove(ButtonData, prefix="qm"):
    """Move it to another state."""

    campaign: RowId
    move: Move


class RecreationStep(StrEnum):
    """What a person does on the programme's own screen."""

    SHOW = "show"
    TELL_ME = "tell"
    STOP_TELLING = "stop"


class RecreationDo(ButtonData, prefix="qs"):
    """A step there."""

    step: RecreationStep


class Apply(ButtonData, prefix="qa"):
    """Begin an application in a campaign, or go on with it."""

    campaign: RowId


class ApplicationChange(ButtonData, prefix="qx"):
    """Change what was sent."""

    application: RowId


class PassOnTo(ButtonData, prefix="qp"):
    """What is wanted for the children of a hromada."""

    application: RowId
    hromada: Katottg
    wish: Wish

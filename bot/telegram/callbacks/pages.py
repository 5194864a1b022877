"""Buttons of information pages: a person's, staff's in a topic, leads' on the desk."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, DraftId, Page, Slug

MessageId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class PageOpen(ButtonData, prefix="po"):
    """Read a page beside the words that wait, up to the draft `upto`; no slug: back to the offer."""

    upto: DraftId
    slug: Slug = ""


class PageToHuman(ButtonData, prefix="pu"):
    """The page did not help: pass the words on, up to the draft `upto`."""

    upto: DraftId
    slug: Slug


class PageFailed(ButtonData, prefix="pf"):
    """A page that staff sent did not help."""

    case: CaseId
    message: MessageId


class PagesMenu(ButtonData, prefix="pm"):
    """Staff: which pages there are for this case, a page of the menu from 0."""

    case: CaseId
    page: Page = 0


class PageSend(ButtonData, prefix="pe"):
    """Staff: send this one."""

    case: CaseId
    slug: Slug


class Pages(ButtonData, prefix="pg"):
    """On the desk: all pages, a page of the list from 0."""

    page: Page = 0


class PageChecked(ButtonData, prefix="pk"):
    """On the desk: compared with its source today; `page`: where the list stands."""

    slug: Slug
    page: Page = 0

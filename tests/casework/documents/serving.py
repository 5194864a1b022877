"""A family that had its documents accepted in one campaign, and applies in the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from sqlalchemy import select, update

from casework.context import Actor
from casework.documents.decide import ChooseDocument, DateDocument, accept_document, date_document
from casework.documents.reuse import Reuse, reuse
from casework.documents.send import SendPage, ShowDocuments, send_page, show_documents
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.letters.sights.documents import DocumentSight, DocumentsSight
from casework.recreation.review import OpenApplication, ask_papers, begin_checking
from db.models import Application, Case, File, Message, WantedDocument
from db.repositories import documents
from rules.files import FileKind
from rules.forms import Answer
from tests.casework.recreation.programme import Programme
from tests.casework.world import CATALOGUE, World

PAGES = count(9000)
TAX, IDENTITY, APPLICATION = "parent-tax", "child-id", "application"
TAX_NAME, IDENTITY_NAME = (CATALOGUE.documents[each].name["uk"] for each in (TAX, IDENTITY))


class Serving:
    """One campaign, and whoever checks what was applied for in it."""

    def __init__(self, world: World, lead: Actor, member: Actor) -> None:
        self.world = world
        self.member = member
        self.programme = Programme(world, lead)

    async def begun(self) -> Serving:
        """It is open."""
        await self.programme.opened()
        return self

    async def asked(self, guardian: Actor, *children: dict[str, Answer]) -> Case:
        """A guardian applied and is asked for the documents; the case."""
        application = await self.programme.applies(guardian, *children)
        one = OpenApplication(application.id)
        await begin_checking(self.world.ctx(self.member), one)
        await ask_papers(self.world.ctx(self.member), one)
        await self.world.deliver()
        assert application.case_id is not None
        return await self.world.uow.session.get_one(Case, application.case_id)

    async def document(self, case: Case, slug: str, child: int = 1) -> WantedDocument:
        """One of a case as it is now; `child`: of which, where it is a child's."""
        await self.world.uow.session.flush()
        those = [each for each in await documents.of_case(self.world.uow.session, case.id) if each.document == slug]
        return those[0] if len(those) == 1 else those[child - 1]

    async def sends(self, guardian: Actor, document: WantedDocument, pages: int = 1) -> None:
        """So many pages, and all of them came."""
        since = self.world.now
        for _ in range(pages):
            number = next(PAGES)
            attached = Attachment(FileKind.PHOTO, f"id{number}", f"unique{number}", size=900)
            page = SendPage(document.id, since, "", guardian.telegram_id or 0, number, attached)
            assert await send_page(self.world.ctx(guardian), page)
        await self.world.uow.session.execute(update(File).values(state="kept"))

    async def accepts(self, document: WantedDocument, until: str | None = None) -> None:
        """Whoever checks says that it is good; with its last day as it is typed."""
        ctx = self.world.ctx(self.member)
        if until is None:
            await accept_document(ctx, ChooseDocument(document.id))
        else:
            await date_document(ctx, DateDocument(document.id, until))
        await self.world.deliver()

    async def accepted(self, guardian: Actor, *children: dict[str, Answer], until: str | None = None) -> Case:
        """A whole application of which the tax number, the child's certificate (until then valid) and the signed
        application are accepted; the case.
        """
        case = await self.asked(guardian, *children)
        for slug in (TAX, IDENTITY, APPLICATION):
            document = await self.document(case, slug)
            await self.sends(guardian, document)
            await self.accepts(document, until if slug == IDENTITY else None)
        return case

    async def uses(self, guardian: Actor, case: Case, slug: str = TAX) -> WantedDocument:
        """A press on «Використати цей»."""
        await reuse(self.world.ctx(guardian), Reuse(case.id, (await self.document(case, slug)).id))
        return await self.document(case, slug)

    async def shown(self, guardian: Actor, case: Case) -> dict[str, DocumentSight]:
        """What the person reads of the documents that are missing, by name."""
        return {each.name: each for each in (await self.screen(guardian, case)).missing}

    async def screen(self, guardian: Actor, case: Case) -> DocumentsSight:
        """The list on the person's phone."""
        await show_documents(self.world.ctx(guardian), ShowDocuments(case.id))
        sent = await self.world.deliver()
        shows = [sight.shows for letter, sight in sent if letter.kind == kinds.documents.DocumentsScreen.kind][-1]
        assert isinstance(shows, DocumentsSight)
        return shows

    async def pages_of(self, case: Case) -> Sequence[int]:
        """The messages with files in a case."""
        query = select(Message.id).join(File, File.message_id == Message.id).where(Message.case_id == case.id)
        return (await self.world.uow.session.scalars(query.order_by(Message.id))).all()

    async def application(self, case: Case) -> Application:
        """What a case is about."""
        query = select(Application).where(Application.case_id == case.id).execution_options(populate_existing=True)
        return (await self.world.uow.session.scalars(query)).one()

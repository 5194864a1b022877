"""What staff see when a page did not help."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_topic
from db.models import Case


async def tell_that_page_failed(ctx: Context, case: Case, page: str) -> None:
    """A line in the topic with the page's name."""
    await tell_topic(ctx, case, kinds.pages.PageNews(case.id, page))

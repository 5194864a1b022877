"""Several texts in the room of one: each gets what it needs, the long ones share what is left."""

from collections.abc import Sequence

from rules.splitting import SMALLEST_LIMIT, split, units

ELLIPSIS = "…"


def shortened(texts: Sequence[str], limit: int) -> tuple[str, ...]:
    """The texts in their order, of at most `limit` UTF-16 units together; one that was cut ends with «…».

    A short text stays whole where the long ones can give way. ValueError where not every text gets three units.
    """
    if texts and limit // len(texts) <= SMALLEST_LIMIT:
        raise ValueError("there is no room for so many texts")
    share = _share([units(text) for text in texts], limit)
    return tuple(text if units(text) <= share else split(text, share - 1)[0] + ELLIPSIS for text in texts)


def _share(lengths: Sequence[int], limit: int) -> int:
    """The most that one text may have, so that all fit: what short ones leave goes to the others."""
    room, left = limit, len(lengths)
    for length in sorted(lengths):
        if length * left > room:
            return room // left
        room, left = room - length, left - 1
    return max(lengths, default=0)

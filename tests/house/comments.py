"""Rules about comments: a silenced tool gives its reason, nothing is left for later."""

import io
import re
import tokenize
from collections.abc import Iterable, Iterator

from tests.house.source_tree import Source

SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)(?P<rest>.*)")
CODES = re.compile(r"^(?:\[[a-z, -]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|:\s*[a-z ]+)?")
FOR_LATER = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
SHORTEST_REASON = 10


def comments(source: Source) -> Iterator[tuple[int, str]]:
    """Line and text of every comment; files that can hold none of interest are not taken apart."""
    if not re.search(f"{SILENCED.pattern}|{FOR_LATER.pattern}", source.text):
        return
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def silenced_without_reason(sources: Iterable[Source]) -> list[str]:
    """Comments that silence a tool and do not say why, on the same line."""
    found = []
    for source in sources:
        for line, text in comments(source):
            match = SILENCED.search(text)
            if match and len(CODES.sub("", match["rest"].strip()).strip(" -#")) < SHORTEST_REASON:
                found.append(f"{source.path}:{line}: {text}: why?")
    return found


def left_for_later(sources: Iterable[Source]) -> list[str]:
    """Comments that put something off."""
    return [
        f"{source.path}:{line}: {text}"
        for source in sources
        for line, text in comments(source)
        if FOR_LATER.search(text)
    ]

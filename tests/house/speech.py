"""Rules about where words stand: people's words in bot/texts, and in logs nothing but fixed names."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.house.source_tree import Source

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# The demo's people have names and stories; they are data, as in a test.
WORD_PLACES = ("bot/texts/", "bot/demo")
LOG_PLACE = "bot/log.py"
LOGGERS = frozenset({"log", "logger"})
LEVELS = frozenset({"debug", "info", "warning", "error", "critical", "exception"})
EVENT = re.compile(r"[a-z][a-z0-9_]*")


def sentences_in_code(sources: Iterable[Source]) -> list[str]:
    """String literals in Ukrainian outside of texts and demo; docstrings may quote what people read."""
    return [
        f"{source.path}:{node.lineno}: {node.value!r} belongs to bot/texts"
        for source in sources
        if not source.path.startswith(WORD_PLACES)
        for node in _literals(source.tree)
        if isinstance(node.value, str) and CYRILLIC.search(node.value)
    ]


def _literals(node: ast.AST) -> Iterator[ast.Constant]:
    """All literals but those that stand alone as a statement, which is what docstrings do."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Constant):
            yield child
        else:
            yield from _literals(child)


def talkative_logs(sources: Iterable[Source]) -> list[str]:
    """Log calls whose event is not a fixed name, or that log an exception with its text; bot/log.py itself aside."""
    return [
        f"{source.path}:{node.lineno}: {problem}"
        for source in sources
        if source.path != LOG_PLACE
        for node in source.nodes
        if isinstance(node, ast.Call) and (problem := _log_problem(node))
    ]


def _log_problem(call: ast.Call) -> str | None:
    function = call.func
    if not (isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)):
        return None
    if function.value.id not in LOGGERS or function.attr not in LEVELS:
        return None
    if function.attr == "exception" or any(word.arg in ("exc_info", "stack_info") for word in call.keywords):
        return "an exception's text may hold what people wrote"
    event = call.args[0].value if len(call.args) == 1 and isinstance(call.args[0], ast.Constant) else None
    if not (isinstance(event, str) and EVENT.fullmatch(event)):
        return "the event of a log line is one fixed name"
    return None

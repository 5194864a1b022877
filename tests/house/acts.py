"""Rules about acts: each has a permission, asks for its case under its own name, and calls no other act."""

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from tests.house.source_tree import Source, dotted_name

CASE_ACCESS = frozenset({"casework.cases.access.locked", "casework.cases.access.seen"})
SHARED_STEPS = {"casework/forms/filling.py": "later.note"}
"""Steps that several acts share, and the right that each of them asks for: whoever fills in a form for somebody may do
so as long as they may write down answers.
"""


@dataclass(frozen=True)
class Act:
    """A function under `@act("name")`."""

    name: str
    place: str
    function: str
    """Full dotted name."""


def acts(sources: Iterable[Source]) -> list[Act]:
    """Every act of the tree."""
    return [found for source in sources for found in _acts_of(source)]


def _acts_of(source: Source) -> Iterator[Act]:
    module = source.path.removesuffix(".py").replace("/", ".")
    for node in source.nodes:
        if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and _called(decorator, source) == "casework.act.act":
                    yield Act(_text(decorator.args[0]), f"{source.path}:{node.lineno}", f"{module}.{node.name}")


def _called(call: ast.Call, source: Source) -> str:
    return dotted_name(call.func, source.imports)


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def without_permission(sources: Iterable[Source], permissions: Collection[str]) -> list[str]:
    """Acts that nobody may start."""
    return [f"{act.place}: {act.name or 'a name made at run time'}: no permission" for act in acts(sources)
            if act.name not in permissions]  # fmt: skip


def without_act(sources: Iterable[Source], permissions: Collection[str]) -> list[str]:
    """Permissions for something that cannot be done."""
    known = {act.name for act in acts(sources)}
    return [f"{name}: a permission without an act" for name in sorted(set(permissions) - known)]


def case_not_asked_for(sources: Iterable[Source], scoped: Collection[str]) -> list[str]:
    """Acts with a scope whose file never asks for a case under that act's name, and askings under any other name."""
    found = []
    for source in sources:
        here = {act.name: act.place for act in _acts_of(source)}
        asked = list(_asked(source))
        names = {name for _, name in asked}
        found += [f"{place}: {name} takes no case within its scope" for name, place in here.items()
                  if name in scoped and name not in names]  # fmt: skip
        found += [f"{source.path}:{line}: asks under the name of {name or 'no one act'}" for line, name in asked
                  if name not in here and SHARED_STEPS.get(source.path) != name]  # fmt: skip
    return found


def _asked(source: Source) -> Iterator[tuple[int, str]]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and _called(node, source) in CASE_ACCESS:
            yield node.lineno, _text(node.args[-1]) if node.args else ""


def acts_that_call_acts(sources: Iterable[Source]) -> list[str]:
    """Calls from within casework to an act: shared steps stand in their area, acts are for the edges."""
    sources = list(sources)
    known = {act.function: act.name for act in acts(sources)}
    return [
        f"{source.path}:{node.lineno}: calls the act {known[called]}"
        for source in sources
        for names in [{**_own_acts(source), **source.imports}]
        for node in source.nodes
        if isinstance(node, ast.Call) and (called := dotted_name(node.func, names)) in known
    ]


def _own_acts(source: Source) -> dict[str, str]:
    return {act.function.rpartition(".")[2]: act.function for act in _acts_of(source)}

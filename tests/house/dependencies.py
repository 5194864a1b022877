"""What the code imports from outside, compared with what the project says it needs."""

import ast
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from tests.house.source_tree import PACKAGES, Source


def undeclared(sources: Iterable[Source], declared: Sequence[str], providers: Mapping[str, Sequence[str]]) -> list[str]:
    """Imports whose distribution is not among `declared` (normal names).

    `providers`: module path → distributions that install it, `{"fluent.syntax": ["fluent-syntax"]}`.
    """
    ours = {*PACKAGES, "tests", *sys.stdlib_module_names}
    found = []
    for source in sources:
        for line, module in _modules(source):
            top = module.partition(".")[0]
            names = providers.get(".".join(module.split(".")[:2]), providers.get(top, ()))
            if top not in ours and not {normal(name) for name in names} & set(declared):
                found.append(f"{source.path}:{line}: {module} is not declared in pyproject.toml")
    return found


def _modules(source: Source) -> Iterable[tuple[int, str]]:
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def requirement_name(requirement: str) -> str:
    """`SQLAlchemy[asyncio]==2.1` → `sqlalchemy`."""
    return normal(re.split(r"[\[=<>;~! ]", requirement, maxsplit=1)[0])


def normal(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()

"""The project's Python files as syntax trees: what every rule of the house reads."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "handlers", "scheduler", "casework", "db", "rules", "simulator")


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the project's root with forward slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed file; SyntaxError if it is not Python."""
        return ast.parse(self.text, filename=self.path)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree, walked once for all rules."""
        return list(ast.walk(self.tree))

    @cached_property
    def imports(self) -> dict[str, str]:
        """Local name → full dotted name for each import, inside functions too: `{"dt": "datetime.datetime"}`."""
        names: dict[str, str] = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    local = alias.asname or alias.name.partition(".")[0]
                    names[local] = alias.name if alias.asname else local
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        return names

    def imported_modules(self) -> Iterator[tuple[int, str]]:
        """Line and full dotted name of everything imported, wherever the import stands."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node.lineno, alias.name
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    yield node.lineno, f"{node.module}.{alias.name}"


def read_sources(root: Path, *folders: str) -> list[Source]:
    """All Python files below the named folders of `root`, in a stable order; read once in a run."""
    return [source for folder in folders for source in _read_folder(root, folder)]


@cache
def _read_folder(root: Path, folder: str) -> tuple[Source, ...]:
    return tuple(
        Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted((root / folder).rglob("*.py"))
    )


def dotted_name(node: ast.expr, imports: dict[str, str]) -> str:
    """`dt.now` → `datetime.datetime.now` under the file's imports; empty where the expression is no plain name."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    parts.append(imports.get(node.id, node.id))
    return ".".join(reversed(parts))

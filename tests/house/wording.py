"""Rules about what people read: the same words to say in every language, nothing missing, nothing left over."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast

TAG = re.compile(r"</?[a-z][a-z-]*")
EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


@dataclass(frozen=True)
class Wording:
    """One message in one language: where it stands, its plain text, the variables, tags and messages it uses."""

    place: str
    text: str
    variables: frozenset[str]
    tags: tuple[tuple[str, int], ...]
    references: frozenset[str]


def read_language(folder: Path) -> tuple[dict[str, Wording], list[str]]:
    """All messages below `folder` by key, and what is wrong with the files themselves."""
    words: dict[str, Wording] = {}
    problems: list[str] = []
    for path in sorted(folder.rglob("*.ftl")):
        place = path.relative_to(folder.parent).as_posix()
        for entry in FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Junk):
                problems.append(f"{place}: not Fluent: {(entry.content or '').strip().splitlines()[0]}")
            elif isinstance(entry, ast.Message | ast.Term):
                key = _key(entry)
                if key in words:
                    problems.append(f"{place}: {key} already stands in {words[key].place}")
                words[key] = _wording(place, entry)
    return words, problems


def _key(entry: ast.Message | ast.Term) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def _wording(place: str, entry: ast.Message | ast.Term) -> Wording:
    nodes = list(_nodes(entry))
    texts = [node.value for node in nodes if isinstance(node, ast.TextElement)]
    texts += [node.value for node in nodes if isinstance(node, ast.StringLiteral)]
    # Each plural form repeats the tags of its sentence, and languages differ in the number of forms: compare kinds
    # of tags inside a selection, and their number outside.
    outside = [node.value for node in _nodes(entry, into_selections=False) if isinstance(node, ast.TextElement)]
    tags = Counter(tag for text in outside for tag in TAG.findall(text))
    tags.update(set(TAG.findall(" ".join(texts))) - set(tags))
    return Wording(
        place=place,
        text="\n".join(texts),
        variables=frozenset(node.id.name for node in nodes if isinstance(node, ast.VariableReference)),
        tags=tuple(sorted(tags.items())),
        references=frozenset(_references(nodes)),
    )


def _nodes(node: ast.BaseNode, into_selections: bool = True) -> Iterator[ast.BaseNode]:
    yield node
    if isinstance(node, ast.SelectExpression) and not into_selections:
        return
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child, into_selections)


def _references(nodes: Iterable[ast.BaseNode]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.MessageReference):
            yield node.id.name
        elif isinstance(node, ast.TermReference):
            yield f"-{node.id.name}"


def differences(first: Mapping[str, Wording], second: Mapping[str, Wording]) -> list[str]:
    """What one language says and the other does not: keys, variables, tags."""
    found = [f"{key}: only in {(first.get(key) or second[key]).place}" for key in sorted(first.keys() ^ second.keys())]
    for key in sorted(first.keys() & second.keys()):
        if first[key].variables != second[key].variables:
            other = first[key].variables ^ second[key].variables
            found.append(f"{key}: variables differ: {', '.join(sorted(other))}")
        if first[key].tags != second[key].tags:
            found.append(f"{key}: tags differ: {dict(first[key].tags)} and {dict(second[key].tags)}")
    return found


def unworded(kinds: Iterable[str], words: Mapping[str, Wording]) -> list[str]:
    """Keys that something needs and the language does not have."""
    return [f"{key}: no words" for key in sorted(set(kinds)) if key not in words]


def stale(words: Mapping[str, Wording], needed: Iterable[str], code: str) -> list[str]:
    """Keys that nothing needs: neither a kind, nor a name in the code, nor another message."""
    used = set(needed).union(*(wording.references for wording in words.values()))
    used.update(re.findall(r"[\"']([a-z][a-z0-9-]*)[\"']", code))
    return [f"{wording.place}: {key} is not used" for key, wording in words.items() if key not in used]


def loud(words: Mapping[str, Wording]) -> list[str]:
    """Messages with an exclamation mark or an emoji: we speak calmly, without decoration."""
    return [
        f"{wording.place}: {key}: {mark.group()!r}"
        for key, wording in words.items()
        if (mark := re.search(f"!|{EMOJI.pattern}", wording.text))
    ]

"""A Dockerfile read as a list of instructions, and what must hold for ours."""

import fnmatch
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Instruction:
    """One instruction with its arguments on one line."""

    name: str
    value: str

    def arguments(self) -> list[str]:
        """The arguments of the JSON form; ValueError where the shell form is used."""
        found: list[str] = json.loads(self.value[self.value.index("[") :])
        return found


def parse(text: str) -> list[Instruction]:
    """Instructions in order, continuation lines joined, comments dropped. ValueError at a line that is none."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    found = []
    for line in filter(None, map(str.strip, joined.splitlines())):
        match = re.fullmatch(r"([A-Z]+)\s+(.+)", line)
        if match is None:
            raise ValueError(f"not an instruction: {line}")
        found.append(Instruction(match[1], re.sub(r"\s+", " ", match[2])))
    return found


def problems(instructions: list[Instruction], root: Path, ignored: Iterable[str]) -> list[str]:
    """What is wrong with the image: its base, its user, its copies, its health check, its command."""
    found = [f"image is not pinned: {step.value}" for step in _named(instructions, "FROM") if not pinned(step.value)]
    found += [f"nothing at {source}" for source in copied(instructions) if not (root / source).exists()]
    found += [f".dockerignore keeps {source} out" for source in copied(instructions) if is_ignored(source, ignored)]
    users = _named(instructions, "USER")
    if not users or users[-1].value in ("root", "0"):
        found.append("the bot runs as root")
    if not any("--require-hashes" in step.value for step in _named(instructions, "RUN")):
        found.append("packages are installed without their hashes")
    for name in ("HEALTHCHECK", "CMD"):
        if len(_named(instructions, name)) != 1:
            found.append(f"exactly one {name} is needed")
    return found


def _named(instructions: list[Instruction], name: str) -> list[Instruction]:
    return [step for step in instructions if step.name == name]


def only(instructions: list[Instruction], name: str) -> Instruction:
    """The one instruction of that name; ValueError where there is none or more."""
    (step,) = _named(instructions, name)
    return step


def pinned(image: str) -> bool:
    """Whether an image names a version: `postgres:17` does, `postgres` and `postgres:latest` do not."""
    _, colon, tag = image.rpartition(":")
    return bool(colon) and tag[:1].isdigit()


def copied(instructions: list[Instruction]) -> list[str]:
    """What is copied from the project's folder into the image."""
    return [source for step in _named(instructions, "COPY") for source in step.value.split()[:-1]]


def is_ignored(source: str, patterns: Iterable[str]) -> bool:
    """Whether a .dockerignore keeps a top-level path out; the last pattern that matches decides."""
    ignored = False
    for pattern in patterns:
        if fnmatch.fnmatchcase(source, pattern.removeprefix("!")):
            ignored = not pattern.startswith("!")
    return ignored

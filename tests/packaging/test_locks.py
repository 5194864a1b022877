"""The locks name one version and its hashes for everything, agree with each other, and hold no address."""

import re
import tomllib

import pytest

from tests.house.source_tree import ROOT

ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,_-]+\])?==(\S+)", re.MULTILINE)


def versions(text: str) -> dict[str, str]:
    """Package → version of a lock or of a list of pins."""
    return {re.sub(r"[._-]+", "-", name): version for name, version in ENTRY.findall(text)}


def lock_problems(text: str) -> list[str]:
    """Entries without a hash, lines with an address."""
    found = [f"an address: {line}" for line in text.splitlines() if re.search(r"://|^\s*-(?!-hash=)|@ ", line)]
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    found += [f"no hash: {entry.splitlines()[0]}" for entry in entries if "--hash=sha256:" not in entry]
    return found


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(extra: str | None = None) -> dict[str, str]:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    lines = project["dependencies"] if extra is None else project["optional-dependencies"][extra]
    return versions("\n".join(line.lower() for line in lines))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_hashes_and_no_address(name: str) -> None:
    assert lock_problems(read(name)) == []


@pytest.mark.parametrize(
    "planted",
    ["--index-url x\n", "left==1.0\n", "left @ git+ssh://host/left \\\n    --hash=sha256:00\n"],
)
def test_a_planted_fault_in_a_lock_is_caught(planted: str) -> None:
    assert lock_problems(planted + "right==1.0 \\\n    --hash=sha256:00\n") != []


def test_what_is_pinned_is_what_is_locked() -> None:
    assert pins().items() <= versions(read("requirements.lock")).items()
    assert pins("dev").items() <= versions(read("requirements-dev.lock")).items()


def test_tests_run_on_the_versions_that_are_shipped() -> None:
    assert versions(read("requirements.lock")).items() <= versions(read("requirements-dev.lock")).items()


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert [line for line in project["dependencies"] if "==" not in line] == []


def test_names_are_compared_in_their_normal_form() -> None:
    assert versions("a.b-c[d]==1.2 \\\n    --hash=x\n") == {"a-b-c": "1.2"}

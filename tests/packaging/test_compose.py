"""The services are described so that they start: versions, volumes, health checks, and only names that exist."""

from typing import Any

import pytest
import yaml

from tests.house.source_tree import ROOT
from tests.packaging.compose import problems
from tests.packaging.configuration import example, read, settings
from tests.packaging.dockerfile import parse

COMPOSE = read(ROOT, "compose.yaml")
NAMED = example(read(ROOT, ".env.example"))


def load(text: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def test_the_services_are_in_order() -> None:
    assert problems(load(COMPOSE), settings(), NAMED) == []


@pytest.mark.parametrize(
    ("good", "planted"),
    [
        ("postgres:17-trixie", "postgres:latest"),
        ("postgres:17-trixie", "postgres:15"),
        ("suprovid:0.1.0", "suprovid"),
        ("DATABASE_URL:", "DATABASE_ADDRESS:"),
        ("${POSTGRES_PASSWORD}@", "${DB_PASSWORD}@"),
        ("- database:/var", "- elsewhere:/var"),
        ("- database:/var/lib/postgresql/data", "- database:/data"),
        ("pg_isready", "true"),
        ("service_healthy", "service_started"),
    ],
)
def test_a_planted_fault_in_the_services_is_caught(good: str, planted: str) -> None:
    assert good in COMPOSE
    assert problems(load(COMPOSE.replace(good, planted)), settings(), NAMED) != []


def test_the_image_carries_the_version_of_the_project() -> None:
    version = read(ROOT, "pyproject.toml").split('\nversion = "')[1].split('"')[0]
    assert load(COMPOSE)["services"]["bot"]["image"] == f"suprovid:{version}"


def test_the_bot_writes_nowhere_but_beside_its_keys_and_its_backups() -> None:
    bot = load(COMPOSE)["services"]["bot"]
    assert bot["read_only"]
    places = [bot["environment"][name] for name in ("KEYS_DIR", "BACKUP_DIR")]
    assert [volume.split(":")[1] for volume in bot["volumes"]] == places
    [made] = [step.value for step in parse(read(ROOT, "Dockerfile")) if "install -d" in step.value]
    assert set(places) <= set(made.split()), "a volume takes the owner of the folder that it is mounted on"

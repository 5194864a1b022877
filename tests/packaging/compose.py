"""What must hold for compose.yaml, as a function over its parsed content."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from tests.packaging.dockerfile import pinned

VARIABLE = re.compile(r"\$\{([A-Z_]+)")
OLDEST_POSTGRES = 16


def problems(compose: Mapping[str, Any], settings: Collection[str], example: Collection[str]) -> list[str]:
    """Images without a version, names that nothing reads, volumes that are not declared, missing health checks.

    `settings`: the variables that the bot reads; `example`: those that .env.example names.
    """
    services: Mapping[str, Any] = compose["services"]
    found = []
    for name, service in services.items():
        if not pinned(service.get("image", "")):
            found.append(f"{name}: image without a version")
        found += [f"{name}: volume {volume} is not declared" for volume in _volumes(service)
                  if volume not in compose.get("volumes", {})]  # fmt: skip
        found += [f"{name}: {variable} is not in .env.example" for variable in _interpolated(service)
                  if variable not in example]  # fmt: skip
    found += [f"bot: {name} is no setting" for name in services["bot"]["environment"] if name not in settings]
    found += _postgres_problems(services["postgres"])
    if services["bot"]["depends_on"] != {"postgres": {"condition": "service_healthy"}}:
        found.append("bot: does not wait for the database")
    return found


def _volumes(service: Mapping[str, Any]) -> list[str]:
    return [entry.split(":")[0] for entry in service.get("volumes", [])]


def _interpolated(service: Mapping[str, Any]) -> list[str]:
    return sorted({name for value in service.get("environment", {}).values() for name in VARIABLE.findall(str(value))})


def _postgres_problems(service: Mapping[str, Any]) -> list[str]:
    version = re.match(r"postgres:(\d+)", service["image"])
    found = []
    if version is None or int(version[1]) < OLDEST_POSTGRES:
        found.append(f"postgres: {OLDEST_POSTGRES} or newer is needed")
    if "pg_isready" not in service.get("healthcheck", {}).get("test", []):
        found.append("postgres: no health check")
    if not any(entry.endswith(":/var/lib/postgresql/data") for entry in service.get("volumes", [])):
        found.append("postgres: the data is on no volume")
    return found

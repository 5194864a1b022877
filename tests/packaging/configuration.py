"""The names of the settings, from the three places that list them."""

import re
from pathlib import Path

from bot.settings import Settings

# Read by compose.yaml alone, not by the bot.
FOR_COMPOSE = frozenset({"POSTGRES_PASSWORD"})


def settings() -> dict[str, str]:
    """Variable → its default as people write it in .env; empty where there is none."""
    return {name.upper(): _written(field.get_default()) for name, field in Settings.model_fields.items()}


def _written(default: object) -> str:
    if isinstance(default, bool):
        return str(int(default))
    text = "" if default is None or repr(default) == "PydanticUndefined" else str(default)
    return text.removesuffix(".0")


def example(text: str) -> dict[str, str]:
    """Variable → value of an .env file, commented-out lines (`#NAME=value`) included."""
    return dict(re.findall(r"^#?([A-Z][A-Z_]*)=(.*)$", text, re.MULTILINE))


def table(text: str) -> dict[str, str]:
    """Variable → default of a Markdown table whose first column is the name in backquotes."""
    rows = re.findall(r"^\| `([A-Z][A-Z_]*)` \|([^|]*)\|", text, re.MULTILINE)
    return {name: default.strip().strip("`") for name, default in rows}


def read(root: Path, name: str) -> str:
    """A file of the project."""
    return (root / name).read_text(encoding="utf-8")

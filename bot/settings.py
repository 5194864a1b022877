"""What the operator can set, from the environment and from `.env`. Everything has a default but the bot's token."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

ENV_FILE = ".env"
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
NO_BACKUPS = "off"
BACKUPS_ARE_OFF = f"BACKUP_DIR is {NO_BACKUPS}"
WEBHOOK_PATH = re.compile(r"(/[A-Za-z0-9._-]+)+")
POSTGRES = re.compile(r"(postgres|postgresql|postgresql\+asyncpg)://\S+")


class ConfigurationError(Exception):
    """A setting can't be used. The text is one line with the variable and the fix, never a secret's value."""


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not a web address")
    return value.rstrip("/")


WebAddress = Annotated[str, AfterValidator(_web_address)]

# How to put a bad value right, by the variable's name.
FIXES = {
    "BOT_TOKEN": "copy it from @BotFather, it looks like 123456789:AbC-dEf",
    "DATABASE_URL": "write postgresql://user:password@host:5432/database, or leave it out for the embedded PostgreSQL",
    "DATA_DIR": "name a folder this account may write to",
    "KEYS_DIR": "name a folder outside DATA_DIR, so that a copy of the data never holds its keys",
    "BACKUP_DIR": "name a folder outside DATA_DIR and KEYS_DIR, or off where somebody else backs the database up",
    "BACKUP_KEEP": "a whole number from 1 to 1000",
    "CATALOGUE_DIR": "name an existing folder, or leave it out for the catalogue that comes along",
    "TELEGRAM_API_URL": "write http(s)://host:port of a Bot API server, or leave it out for Telegram's own",
    "TELEGRAM_LOCAL": "1 beside TELEGRAM_API_URL of a server that runs with --local; else leave it out",
    "WEBHOOK_URL": "write https://host/path with a path of its own that no one guesses, or leave it out for polling",
    "HEARTBEAT_URL": "write the http(s):// address that the watchdog gave you, or leave it out",
    "ORGANISATION": "the slug of an organisation of the catalogue: small Latin letters, digits, hyphens",
    "STAFF_CHAT_DISCLOSURE": "conversation or minimal",
    "STAFF_CHAT_ORDER": "number and date of the order in one line of at most 200 characters",
    "HANDBOOK_URL": "write the http(s):// address of the page where your staff read the handbook, or leave it out",
    "ALLOW_PAID_BROADCAST": "1 where broadcasts may cost Telegram Stars to be faster, else leave it out",
    "INBOX_KEEP_HOURS": "a whole number of hours from 1 to 720",
    "LOG_LEVEL": "DEBUG, INFO, WARNING or ERROR",
    "HTTP_HOST": "an address of this machine: 127.0.0.1, or 0.0.0.0 for all",
    "HTTP_PORT": "a number from 0 to 65535; 0 takes any free port",
    "CLOCK_URL": "write http(s)://host:port of the simulator; for the demo and tests only",
    "SIM_SPEED": "a number above 0, at most 1000; for tests only",
}


class Settings(BaseSettings):
    """All settings, checked. Field names in capitals are the variables."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        # `NAME=` in a copied .env.example means "not set".
        env_ignore_empty=True,
        # .env is shared with compose.yaml, which has variables of its own.
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    """The bot's token; needed by whatever speaks to Telegram, see `token`."""
    database_url: SecretStr | None = None
    """A PostgreSQL of one's own; without it the embedded one is started in `data_dir`."""
    data_dir: Path = Path(".data")
    keys_dir: Path = Path(".keys")
    backup_dir: Path = Path(".backups")
    """Where the nightly backups go; see `backup_folder`."""
    backup_keep: int = Field(14, ge=1, le=1000)
    """How many of them stay."""
    catalogue_dir: Path | None = None
    """Overrides files of the catalogue."""
    telegram_api_url: WebAddress | None = None
    """Another Bot API server than Telegram's own."""
    telegram_local: bool = False
    """It runs in its local mode: larger files, named by where they lie in its folder."""
    webhook_url: WebAddress | None = None
    """Where Telegram sends updates; its path is served on `http_port`. Without it the bot polls."""
    heartbeat_url: WebAddress | None = None
    """Asked for each minute while all is well, so that a watchdog outside notices silence."""
    organisation: str = Field("luhansk", pattern=r"^[a-z][a-z0-9-]{0,62}$")
    """Whom a new case belongs to: a slug of the catalogue."""
    staff_chat_disclosure: Literal["conversation", "minimal"] = "conversation"
    """What the staff group shows of a case: the conversation in a topic, or a brief card without a word of it."""
    staff_chat_order: str = Field("", max_length=200, pattern=r"^[^\r\n]*$")
    """Number and date of the order that lets caseworkers answer in the staff chat."""
    handbook_url: WebAddress | None = None
    """Where staff read the handbook; `/help` names it."""
    allow_paid_broadcast: bool = False
    """Whether broadcasts may go faster than is free; Telegram takes its price from the bot's balance of Stars."""
    inbox_keep_hours: int = Field(48, ge=1, le=720)
    """How long handled updates are kept, to know a repeated one."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    http_host: str = Field("127.0.0.1", min_length=1, pattern=r"^\S+$")
    http_port: int = Field(8080, ge=0, le=65535)
    """Health, metrics and the webhook."""
    clock_url: WebAddress | None = None
    """Where business time is read, for the demo and tests."""
    sim_speed: float = Field(1.0, gt=0, le=1000, allow_inf_nan=False)
    """Divides every limit window, for tests."""

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a token")
        return value

    @field_validator("database_url")
    @classmethod
    def _is_postgres(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not POSTGRES.fullmatch(value.get_secret_value()):
            raise ValueError("not a PostgreSQL URL")
        return value

    @field_validator("keys_dir")
    @classmethod
    def _keys_stay_outside_the_data(cls, value: Path, info: ValidationInfo) -> Path:
        data_dir = info.data.get("data_dir")
        if data_dir is not None and value.resolve().is_relative_to(data_dir.resolve()):
            raise ValueError("inside the data folder")
        return value

    @field_validator("backup_dir")
    @classmethod
    def _backups_stay_apart(cls, value: Path, info: ValidationInfo) -> Path:
        data_dir, keys_dir = info.data.get("data_dir"), info.data.get("keys_dir")
        if str(value) == NO_BACKUPS or data_dir is None or keys_dir is None:
            return value
        here, keys = value.resolve(), keys_dir.resolve()
        if here.is_relative_to(data_dir.resolve()) or here.is_relative_to(keys) or keys.is_relative_to(here):
            raise ValueError("together with what it is the backup of, or with what opens it")
        return value

    @field_validator("telegram_local")
    @classmethod
    def _is_a_server_of_our_own(cls, value: bool, info: ValidationInfo) -> bool:
        # `get`: where the address itself can't be used, that is what is said.
        if value and info.data.get("telegram_api_url", "wrong") is None:
            raise ValueError("Telegram's own server has no local mode")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _has_a_path_of_its_own(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if not WEBHOOK_PATH.fullmatch(parts.path) or parts.path in ("/healthz", "/metrics") or parts.query:
            raise ValueError("no path of its own")
        return value

    @field_validator("catalogue_dir")
    @classmethod
    def _exists(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError("no such folder")
        return value

    @property
    def token(self) -> SecretStr:
        """The bot's token; ConfigurationError if it is not set."""
        if self.bot_token is None:
            raise ConfigurationError(f"BOT_TOKEN is not set: {FIXES['BOT_TOKEN']}")
        return self.bot_token

    @property
    def backup_folder(self) -> Path | None:
        """Where backups go; None where the bot takes none."""
        return None if str(self.backup_dir) == NO_BACKUPS else self.backup_dir

    @property
    def key_file(self) -> Path:
        """Where the key ring is kept."""
        return self.keys_dir / "ring.json"


def load_settings(**overrides: Any) -> Settings:
    """Settings from `.env`, over it the environment, over both `overrides` by field name (None: not overridden).

    ConfigurationError names the first variable that can't be used and how to put it right.
    """
    unknown = overrides.keys() - Settings.model_fields.keys()
    if unknown:
        raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as exc:
        name = str(exc.errors(include_input=False, include_context=False)[0]["loc"][0]).upper()
        raise ConfigurationError(f"{name} can't be used: {FIXES[name]}") from None
    except (SettingsError, UnicodeDecodeError, OSError):
        raise ConfigurationError(
            f"{ENV_FILE} can't be read: save it as UTF-8 text that this account may read"
        ) from None

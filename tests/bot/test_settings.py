"""Settings come from `.env` and the environment; a bad one is one line that says how to put it right."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import FIXES, ConfigurationError, Settings, load_settings

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
SECRET = "hunter2-hunter2"


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without `.env` and an environment without our variables."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _error(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> str:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as caught:
        load_settings()
    assert caught.value.__cause__ is None
    return str(caught.value)


def test_everything_has_a_default_but_the_token() -> None:
    settings = load_settings()
    assert (settings.data_dir, settings.keys_dir) == (Path(".data"), Path(".keys"))
    assert (settings.backup_folder, settings.backup_keep) == (Path(".backups"), 14)
    assert (settings.organisation, settings.inbox_keep_hours) == ("luhansk", 48)
    assert (settings.http_host, settings.http_port, settings.log_level) == ("127.0.0.1", 8080, "INFO")
    assert (settings.staff_chat_order, settings.sim_speed) == ("", 1.0)
    places = (settings.database_url, settings.catalogue_dir, settings.telegram_api_url, settings.clock_url)
    assert places == (None, None, None, None)
    with pytest.raises(ConfigurationError, match="BOT_TOKEN is not set: copy it from @BotFather"):
        _ = settings.token


def test_the_environment_goes_before_the_file_and_overrides_before_both(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / ".env").write_text(f"BOT_TOKEN={TOKEN}\nHTTP_PORT=1111\nINBOX_KEEP_HOURS=7\nPOSTGRES_PASSWORD=x\n")
    monkeypatch.setenv("HTTP_PORT", "2222")
    assert load_settings().http_port == 2222
    assert load_settings().inbox_keep_hours == 7
    assert load_settings().token.get_secret_value() == TOKEN
    assert load_settings(http_port=3333, inbox_keep_hours=None).http_port == 3333


def test_an_empty_variable_is_not_set(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("".join(f"{name.upper()}=\n" for name in Settings.model_fields))
    assert load_settings() == Settings()
    monkeypatch.setenv("DATABASE_URL", "")
    assert load_settings().database_url is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", SECRET),
        ("BOT_TOKEN", f"{TOKEN} {SECRET}"),
        ("DATABASE_URL", f"mysql://root:{SECRET}@db/x"),
        ("DATABASE_URL", SECRET),
        ("KEYS_DIR", ".data/keys"),
        ("KEYS_DIR", ".data"),
        ("BACKUP_DIR", ".data/backups"),
        ("BACKUP_DIR", ".keys"),
        ("BACKUP_DIR", "."),
        ("BACKUP_KEEP", "0"),
        ("BACKUP_KEEP", "all"),
        ("CATALOGUE_DIR", "nowhere"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("TELEGRAM_API_URL", "ftp://localhost"),
        ("TELEGRAM_LOCAL", "1"),
        ("WEBHOOK_URL", "bot.example.org/hook"),
        ("WEBHOOK_URL", "https://bot.example.org"),
        ("WEBHOOK_URL", "https://bot.example.org/"),
        ("WEBHOOK_URL", "https://bot.example.org/metrics"),
        ("WEBHOOK_URL", "https://bot.example.org/a{b}"),
        ("WEBHOOK_URL", "https://bot.example.org/hook?x=1"),
        ("HEARTBEAT_URL", "watchdog"),
        ("ORGANISATION", "Луганськ"),
        ("ORGANISATION", "two words"),
        ("STAFF_CHAT_ORDER", "one\ntwo"),
        ("STAFF_CHAT_ORDER", "x" * 201),
        ("INBOX_KEEP_HOURS", "a fortnight"),
        ("INBOX_KEEP_HOURS", "1000"),
        ("LOG_LEVEL", "LOUD"),
        ("HTTP_HOST", "my host"),
        ("HTTP_PORT", "70000"),
        ("HTTP_PORT", "eighty"),
        ("CLOCK_URL", "soon"),
        ("SIM_SPEED", "0"),
        ("SIM_SPEED", "inf"),
        ("SIM_SPEED", "nan"),
    ],
)
def test_a_bad_value_is_one_line_with_variable_and_fix(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = _error(monkeypatch, name, value)
    assert text == f"{name} can't be used: {FIXES[name]}"
    assert "\n" not in text
    assert SECRET not in text


def test_every_variable_says_how_to_put_it_right() -> None:
    assert set(FIXES) == {name.upper() for name in Settings.model_fields}


def test_a_folder_that_only_begins_like_the_data_folder_may_hold_keys() -> None:
    assert load_settings(data_dir=Path("x/data"), keys_dir=Path("x/data-keys")).key_file == Path(
        "x/data-keys/ring.json"
    )


def test_backups_may_be_left_to_somebody_else() -> None:
    assert load_settings(backup_dir="off").backup_folder is None
    assert load_settings(backup_dir="offsite").backup_folder == Path("offsite")


def test_a_file_that_is_no_text_is_one_line_too(bare: Path) -> None:
    (bare / ".env").write_bytes(b"BOT_TOKEN=\xff\xfe\n")
    with pytest.raises(ConfigurationError, match=r"\.env can't be read"):
        load_settings()


def test_no_secret_is_shown_by_the_settings() -> None:
    settings = load_settings(bot_token=TOKEN, database_url=f"postgresql://bot:{SECRET}@db/suprovid")
    assert TOKEN not in repr(settings)
    assert SECRET not in repr(settings) + str(settings)


def test_an_unknown_override_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="port"):
        load_settings(port=1)

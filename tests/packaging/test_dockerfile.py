"""The image can be built from what is here, runs as nobody special and says how it is; no Docker is needed."""

import os
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.house.source_tree import ROOT
from tests.packaging.dockerfile import copied, only, parse, problems

TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = [
    line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
]


def test_the_image_is_in_order() -> None:
    assert problems(parse(TEXT), ROOT, IGNORED) == []


@pytest.mark.parametrize(
    ("good", "planted"),
    [
        ("python:3.13-slim-trixie", "python:latest"),
        ("python:3.13-slim-trixie", "python"),
        ("USER suprovid", "USER root"),
        ("COPY bot ./bot", "COPY bott ./bot"),
        ("COPY bot ./bot", "COPY tests ./tests"),
        ("--require-hashes ", ""),
        ("HEALTHCHECK", "LABEL"),
    ],
)
def test_a_planted_fault_in_the_image_is_caught(good: str, planted: str) -> None:
    assert good in TEXT
    before, after = parse(TEXT), parse(TEXT.replace(good, planted))
    assert set(problems(after, ROOT, IGNORED)) - set(problems(before, ROOT, IGNORED)) != set()


def test_a_line_that_is_no_instruction_is_caught() -> None:
    with pytest.raises(ValueError, match="not an instruction"):
        parse("FROM python:3.13-slim\nrun something\n")


def test_every_package_of_the_project_is_in_the_image() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["tool"]["setuptools"]["packages"]) <= set(copied(parse(TEXT)))


def test_no_secret_and_no_data_get_into_the_image() -> None:
    assert IGNORED[0] == "*"
    assert not {".env", ".data", ".keys", ".backups", ".git"} & {pattern.lstrip("!") for pattern in IGNORED}


def test_the_image_migrates_and_then_becomes_the_bot() -> None:
    shell, option, line = only(parse(TEXT), "CMD").arguments()
    assert (shell, option) == ("sh", "-c")
    assert line == "python -m bot migrate && exec python -m bot run"


@contextmanager
def health(status: int) -> Iterator[int]:
    """A server that answers `/healthz` with `status` and everything else with 404; gives its port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False)])
def test_the_health_check_tells_a_well_bot_from_a_sick_one(tmp_path: Path, status: int, healthy: bool) -> None:
    command = only(parse(TEXT), "HEALTHCHECK").arguments()
    assert command[0] == "python"
    with health(status) as port:
        done = subprocess.run(
            [sys.executable, *command[1:]],
            env={**os.environ, "HTTP_PORT": str(port)},
            cwd=tmp_path,
            capture_output=True,
            timeout=30,
        )
    assert (done.returncode == 0) is healthy

FROM python:3.13-slim-trixie

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    HTTP_HOST=0.0.0.0

WORKDIR /app

COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock

# The folders of embedded server, keys and backups are made here so that volumes mounted on them belong to the bot.
RUN useradd --system --create-home --uid 10001 suprovid \
    && install -d -o suprovid -g suprovid -m 0700 /app/.data /app/.keys /app/.backups

COPY pyproject.toml ./
COPY catalogue ./catalogue
COPY rules ./rules
COPY db ./db
COPY casework ./casework
COPY handlers ./handlers
COPY scheduler ./scheduler
COPY simulator ./simulator
COPY bot ./bot

USER suprovid
EXPOSE 8080

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('HTTP_PORT', '8080') + '/healthz', timeout=4)"]

# exec: the bot itself receives SIGTERM and stops cleanly.
CMD ["sh", "-c", "python -m bot migrate && exec python -m bot run"]

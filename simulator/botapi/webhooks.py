"""How the bot gets its updates: by asking, or at its own address."""

import re
from typing import Any

from simulator.botapi.errors import bad_request, conflict
from simulator.botapi.registry import Answer, Call, method
from simulator.faults import OTHER_POLLER
from simulator.world.model import JSON
from simulator.world.webhook import DEFAULT_CONNECTIONS, Webhook

LONGEST_POLL_SECONDS = 50
MOST_UPDATES = 100
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method("getUpdates")
async def get_updates(call: Call) -> list[JSON]:
    """What waits, from `offset` on; asking for a higher offset is what makes an update gone."""
    if call.webhook.current is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    updates = call.world.updates
    updates.allow(_allowed(call))
    offset = call.params.integer("offset")
    if offset:
        updates.confirm(offset)
    timeout = min(max(call.params.integer("timeout") or 0, 0), LONGEST_POLL_SECONDS)
    limit = call.params.integer("limit")
    limit = MOST_UPDATES if limit is None or not 1 <= limit <= MOST_UPDATES else limit
    if not await updates.poll(timeout):
        raise conflict(OTHER_POLLER)
    return [update.body for update in updates.first(limit)]


@method("setWebhook")
async def set_webhook(call: Call) -> Answer:
    """Have the updates sent to an address; an empty one takes the webhook away."""
    url = call.params.text("url") or ""
    if not url:
        return await _remove(call)
    if not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.params.text("secret_token") or None
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request(
            "secret token contains unallowed characters" if len(secret) <= 256 else "secret token is too long"
        )
    if call.params.flag("drop_pending_updates"):
        call.world.updates.clear()
    call.world.updates.allow(_allowed(call))
    connections = call.params.integer("max_connections") or DEFAULT_CONNECTIONS
    webhook = Webhook(url, secret, max(1, min(connections, 100)), call.params.text("ip_address"))
    former = call.webhook.current
    call.world.updates.end_poll()
    await call.webhook.set(webhook)
    unchanged = former is not None and (former.url, former.secret_token) == (url, secret)
    return Answer(True, "Webhook is already set" if unchanged else "Webhook was set")


@method("deleteWebhook")
async def delete_webhook(call: Call) -> Answer:
    """Return to asking for updates."""
    return await _remove(call)


async def _remove(call: Call) -> Answer:
    if call.params.flag("drop_pending_updates"):
        call.world.updates.clear()
    had_one = call.webhook.current is not None
    await call.webhook.remove()
    return Answer(True, "Webhook was deleted" if had_one else "Webhook is already deleted")


@method("getWebhookInfo")
async def get_webhook_info(call: Call) -> JSON:
    """The webhook's address and what went wrong lately."""
    webhook = call.webhook.current
    info: JSON = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.world.updates),
    }
    if call.world.updates.allowed is not None:
        info["allowed_updates"] = sorted(call.world.updates.allowed)
    if webhook is not None:
        info["max_connections"] = webhook.max_connections
        known: dict[str, Any] = {
            "ip_address": webhook.ip_address,
            "last_error_date": webhook.last_error_date,
            "last_error_message": webhook.last_error_message,
        }
        info |= {key: value for key, value in known.items() if value is not None}
    return info


def _allowed(call: Call) -> list[str] | None:
    kinds = call.params.array("allowed_updates")
    return None if kinds is None else [str(kind) for kind in kinds]

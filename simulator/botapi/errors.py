"""Refusals in Telegram's own words."""

from simulator.world.model import JSON


class Refusal(Exception):
    """A call that Telegram refuses: code, description and, sometimes, parameters."""

    def __init__(self, code: int, description: str, parameters: JSON | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> JSON:
        """The answer's JSON."""
        result: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        return result | {"parameters": self.parameters} if self.parameters else result


def bad_request(words: str) -> Refusal:
    """400 with the usual beginning."""
    return Refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refusal:
    """403 with the usual beginning."""
    return Refusal(403, f"Forbidden: {words}")


def conflict(words: str) -> Refusal:
    """409 with the usual beginning."""
    return Refusal(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> Refusal:
    """429; `retry_after` in seconds."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def upgraded(new_chat_id: int) -> Refusal:
    """The group became a supergroup with another id."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refusal(400, words, {"migrate_to_chat_id": new_chat_id})

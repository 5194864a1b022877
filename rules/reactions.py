"""Reactions that one side may show the other: Telegram's free, standard emoji, which bots may set, too."""

from collections.abc import Sequence

REACTIONS = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 "
    "🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 "
    "💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 "
    "😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 "
    "😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
STANDARD = frozenset(REACTIONS.split())
DELIVERED = "🕊"
"""What the bot sets below a staff message that was sent to the person: it means nothing else there."""
RUDE = "👎 🤬 🤮 💩 🤡 🖕 😈 🥱 🥴 💋 😡 🤪 🗿 💅 🤣"
NEVER_TO_PEOPLE = frozenset(RUDE.split())
"""What a caseworker's slip of the finger must not show to somebody in need."""
_SELECTOR = "\ufe0f"


def shown(emoji: Sequence[str], *, to_person: bool) -> str | None:
    """The one of these reactions that the other side sees; the newest stands last. None: none of them may be shown."""
    plain = [each.replace(_SELECTOR, "") for each in emoji]
    may = STANDARD - NEVER_TO_PEOPLE if to_person else STANDARD
    return next((each for each in reversed(plain) if each in may), None)

"""What a table of names holds."""

from collections.abc import Callable

from bot.texts.wording import Words

Name = Callable[[Words], str]

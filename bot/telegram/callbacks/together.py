"""The button of a letter that carries several messages."""

from bot.telegram.callbacks.data import ButtonData, CaseId


class AllWords(ButtonData, prefix="tg"):
    """Show all words of the letter on which it stands, as they are now."""

    case: CaseId

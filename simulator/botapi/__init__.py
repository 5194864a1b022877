"""The bot's side: the methods of the Bot API, one file per family, with Telegram's own refusals."""

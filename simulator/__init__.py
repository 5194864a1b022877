"""A Telegram on your desk: the Bot API for the bot, a small JSON API and a page for the people who talk to it."""

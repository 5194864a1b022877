"""The process and its Telegram side."""

"""The admin backend in Telegram."""

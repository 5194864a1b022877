"""Everything that knows Telegram: updates in, letters and screens out."""

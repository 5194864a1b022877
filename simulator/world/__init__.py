"""What exists in the simulated Telegram: people, chats, messages, topics, files, and the updates owed to the bot."""

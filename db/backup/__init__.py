"""Backup and restore: the whole database in one encrypted file, and back into an empty place."""

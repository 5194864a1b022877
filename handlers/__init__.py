"""Conversations: what is said, and the one act it calls."""

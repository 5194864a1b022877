"""Who works here, and in which group."""

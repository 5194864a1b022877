"""Group events: made on the desk, signed up for, with a waiting list."""

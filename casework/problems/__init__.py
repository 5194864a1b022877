"""What was put aside because it failed, and what leads do about it."""

"""What surrounds the handling of an update: its transaction, its actor, its refusals."""

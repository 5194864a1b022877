"""The acts: one file per thing the department does."""

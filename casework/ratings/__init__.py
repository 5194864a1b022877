"""What people think of our work, without a name."""

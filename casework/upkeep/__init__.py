"""What the machine does by itself to keep the house in order."""

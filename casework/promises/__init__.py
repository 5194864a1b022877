"""Our own promises, and what follows when one was not kept."""

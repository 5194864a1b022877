"""Files that staff take along: made off the event loop, in memory, and sent to the one who asked."""

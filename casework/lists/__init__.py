"""Finding cases: the queue, one's own, what is overdue, and the search."""

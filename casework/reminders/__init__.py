"""One engine for all that is told at its time: planned as rows, written once, dropped when it is stale or not true."""

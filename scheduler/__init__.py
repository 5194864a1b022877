"""The clock: everything that runs by itself, in one table of jobs."""

"""The staff group with its topics."""

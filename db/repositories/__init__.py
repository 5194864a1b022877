"""Queries, one module per area; nobody else writes SQL."""

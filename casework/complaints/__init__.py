"""Complaints about our work, from writing to the answer."""

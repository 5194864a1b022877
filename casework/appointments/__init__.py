"""Appointments: offered, picked, confirmed, moved and cancelled; when a specialist sees people."""

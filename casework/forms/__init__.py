"""A person fills in a form, question by question, and sends it."""

"""Organisations besides ours that help, too: the list of them on the desk."""

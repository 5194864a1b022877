"""The people's side: JSON over HTTP for the page, the tests and load runs."""

"""Files that leads send on their desk: fetched like any file, kept until somebody decided about them."""

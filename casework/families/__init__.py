"""People with whom one named human speaks: families of the missing, captured and fallen."""

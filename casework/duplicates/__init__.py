"""Cases that may be the same: suggested, tied to each other, or made one with both histories kept."""

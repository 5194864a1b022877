"""Looking at what is held of a person: for a reason, written down, and gone again after a while."""

"""What staff note for each other about a case: notes, tags, how urgent it is."""

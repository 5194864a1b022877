"""Information pages: sent by staff, found by a person's own words, kept up by leads."""

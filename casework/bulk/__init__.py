"""One action on many cases: chosen from a list, previewed, confirmed, done one by one in the background."""

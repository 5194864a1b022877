"""Whether what was said to a person asks something, so that an answer is theirs to give."""

ASKS = frozenset("?？")


def asks(words: str) -> bool:
    """Does a question stand in the words? Links are no words: a question mark in an address asks nothing."""
    return any(ASKS & set(word) and "://" not in word for word in words.split())

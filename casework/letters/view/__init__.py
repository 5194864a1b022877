"""What a letter shows when its moment to be sent has come, or that it is no longer true."""

from casework.letters.view.looking import sight_of

__all__ = ["sight_of"]

"""The trial form, for every test of forms."""

from tests.casework.forms.trying import trying

__all__ = ["trying"]

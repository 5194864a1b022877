"""Where a person comes from, beyond the hromadas of the catalogue."""

OTHER_PLACE = "other"
"""The registered place lies outside of the oblast: counted as such, not named."""

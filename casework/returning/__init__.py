"""People who lost their account or phone and come back from another: what they say, what staff check and decide."""

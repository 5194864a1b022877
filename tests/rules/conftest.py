"""Free input for rules: as many examples as ever, but no stopwatch, which only measures who else uses the machine."""

from hypothesis import settings

settings.register_profile("rules", deadline=None)
settings.load_profile("rules")

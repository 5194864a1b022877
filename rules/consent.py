"""The consent: which version of its text people agree to now. A changed text is a new version."""

CONSENT_VERSION = "2026-11-26"

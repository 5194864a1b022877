"""The deadlines that a case has: begun, met, extended, standing still, ended."""

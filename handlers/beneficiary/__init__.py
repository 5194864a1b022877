"""What a beneficiary says and presses."""

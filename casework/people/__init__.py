"""What a person does about themselves and with their words."""

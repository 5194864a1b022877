"""Law and the department's rules: pure Python, no input or output, no clock; time arrives as a parameter."""

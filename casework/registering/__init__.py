"""A call, a visit or a letter becomes a case, and its person is tied to an account later."""

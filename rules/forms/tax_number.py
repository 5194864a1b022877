"""РНОКПП: ten digits, the last of which checks the others.

Source: the weights −1, 5, 7, 9, 4, 6, 10, 5, 7 and "sum mod 11 mod 10", as published by the tax service and used by
every register that takes the number. Sex and date of birth can be read from it; we derive neither.
"""

WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
DIGITS = 10


def check_digit(first_nine: str) -> str:
    """The tenth digit that belongs to nine."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first_nine, strict=True))
    return str(total % 11 % 10)


def is_tax_number(digits: str) -> bool:
    """Whether ten ASCII digits are a number that could have been given."""
    right_shape = len(digits) == DIGITS and digits.isascii() and digits.isdigit()
    return right_shape and set(digits) != {"0"} and check_digit(digits[:-1]) == digits[-1]

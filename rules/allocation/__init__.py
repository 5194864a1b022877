"""Who gets a seat of the children's recreation programme: the order of families, and what each is offered.

`lots` draws, `order` sorts, `answers` is what was offered and said, `step` gives the next offers with their reasons.
A dry run is a step without answers. The rule in words, with examples: docs/decisions/0037.
"""

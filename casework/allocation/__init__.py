"""The places of a campaign are shared out: tried, confirmed, offered, answered, passed on. See `rules.allocation`.

Whoever writes locks in this order: person, case, application, allocation, offer.
"""

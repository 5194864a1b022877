"""The practice: real acts on invented people, in a transaction that is always taken back."""

"""Every word that a person reads, in Ukrainian and English."""

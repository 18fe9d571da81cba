"""Understand: a message, the conversation and the catalogue's names become a Request, by rules."""

"""Compose: what is said, sentence by sentence, from catalogue facts; the policy may phrase it, code can always."""

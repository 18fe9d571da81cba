"""Turns and feedback, and what is learnt from them."""

"""Tone: where titles stand on the twelve axes, and how much they are anything that people call them."""

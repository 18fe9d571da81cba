"""Shorthand: what people type for whole words, spelt out before anything is read."""

from __future__ import annotations

import re

_WORDS = {
    "gimme": "give me", "lemme": "let me", "smth": "something", "sth": "something", "smthg": "something",
    "pls": "please", "plz": "please", "thx": "thanks", "tysm": "thank you", "abt": "about", "ppl": "people",
    "rn": "right now", "tbh": "to be honest", "w/o": "without", "b/c": "because", "bc": "because",
}  # fmt: skip
_SHORT = re.compile(rf"(?<![\w'’]){'(?:' + '|'.join(map(re.escape, _WORDS)) + ')'}(?![\w/])", re.IGNORECASE)
_WITH = re.compile(r"(?<![\w'’/])w/ ?(?=\w)", re.IGNORECASE)


def spelt_out(message: str) -> str:
    """``message`` with its shorthand in whole words.

    >>> spelt_out("gimme smth w/ dragons, pls")
    'give me something with dragons, please'
    """
    return _WITH.sub("with ", _SHORT.sub(lambda found: _WORDS[found.group().lower()], message))

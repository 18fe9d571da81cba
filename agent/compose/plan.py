"""The plan of a reply: its sentences in order, each with what the policy may say instead."""

from __future__ import annotations

import re

from matinee.agent.memory import Message
from matinee.agent.request import Frozen


class Slot(Frozen):
    """One place of the reply.

    With a ``prompt``, the policy writes here, and each of its sentences that fails verification is replaced by the
    next of ``lines``. Without one, ``lines`` are said as they are.
    """

    lines: tuple[str, ...]
    """The composer's own sentences for this place."""
    prompt: tuple[Message, ...] = ()
    about: tuple[str, ...] = ()
    """Ids of the titles the policy may speak of here."""
    most: int = 1
    """How many of the policy's sentences are heard."""
    tokens: int = 60
    """How many tokens the policy may take."""


def plain(text: str) -> Slot:
    """A place that is said as it is; a name that ends in a full stop needs no second one ("created by Louis C.K.")."""
    return Slot(lines=(_TWO_STOPS.sub(".", text),))


_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


class Plan(Frozen):
    """The reply as planned."""

    slots: tuple[Slot, ...]
    prompt_label: str | None = None
    """Which prompt file and version the policy is asked with."""

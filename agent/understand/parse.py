"""Understand: one message, with the conversation and the catalogue's names, as a Request. Rules only, no model."""

from __future__ import annotations

from datetime import date

from matinee.agent.memory import Memory
from matinee.agent.request import Request
from matinee.agent.understand.aside import set_aside
from matinee.agent.understand.corrections import correct
from matinee.agent.understand.decide import decide
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.reading import read
from matinee.agent.understand.shorthand import spelt_out
from matinee.agent.understand.text import storable


def understand(message: str, memory: Memory, names: Linker, today: date | None = None) -> Request:
    """What ``message`` asks for, given what the conversation holds. Never raises, whatever the text.

    ``today`` is what "recent" and "last year" count from; the present day where not given. Of a message over 2,000
    characters the first and the last 1,000 are read.
    """
    day = today or date.today()
    text = storable(message)
    reading = read(spelt_out(text), memory, names, day)
    if reading is None:
        return Request(text=text, act="empty")
    request = correct(text, reading, memory, names, day) or decide(text, reading, memory, names)
    if request.act != "recommend":
        return request
    return request.model_copy(update={"set_aside": set_aside(request, memory)})

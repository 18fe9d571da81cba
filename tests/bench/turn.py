"""How long a turn takes without the model, step by step."""

from __future__ import annotations

import statistics

from matinee.agent.agent import Agent
from matinee.agent.models.choose import ChosenModel
from matinee.index.catalogue import Catalogue
from tests.bench.rows import Row

MESSAGES = (
    "something like Dark but lighter",
    "a funny French film under 100 minutes",
    "Amélie meets Blade Runner",
    "something scary from the 80s, but not too violent",
    "a short Korean thriller",
    "about time travel and small-town secrets",
)
_REPETITIONS = 5
_STEPS = ("understand", "retrieve", "rank", "compose", "verify", "total")


def run(catalogue: Catalogue) -> list[Row]:
    """Median milliseconds of each step over a handful of wishes, each asked several times in a fresh conversation."""
    nobody = ChosenModel(model=None, name="none", kind="none", tools=False, note="")
    agent = Agent(catalogue, nobody)
    agent.ask(MESSAGES[0])
    turns = [agent.ask(message) for _ in range(_REPETITIONS) for message in MESSAGES]
    note = f"{len(catalogue.titles)} titles, median of {len(turns)}"
    return [
        Row(
            f"turn without model: {step}",
            statistics.median(t.timings_ms.get(step, 0.0) for t in turns),
            None,
            "ms",
            note,
        )
        for step in _STEPS
    ]

"""The typed values a turn passes from step to step, and the record it leaves behind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal
from uuid import uuid4

from pydantic import Field

from matinee.agent.memory import Message
from matinee.agent.request import Frozen, Request
from matinee.index.title import Title

Verdict = Literal["model", "composer", "replaced"]
"""Who wrote a sentence: the model, the composer, or the composer in place of a model sentence that failed."""


class Reason(Frozen):
    """One true reason for a candidate, in words and as data."""

    kind: Literal["theme", "tone", "fact", "person", "genre", "near", "words", "taste", "together", "explore"]
    text: str
    """As shown: ``time loops, small-town secrets``; ``lighter: .62 against .12``."""
    value: tuple[str, ...] = ()
    """The bare facts behind it: theme names, an axis, a person."""


class Candidate(Frozen):
    """A title with the scores that brought it up. Scores are 0 to 1, higher is better."""

    id: str
    scores: dict[str, float]
    """Channel or feature name to score; ``total`` is what it was ranked by."""


class Pick(Frozen):
    """A candidate that is shown."""

    title: Title
    reasons: tuple[Reason, ...]
    scores: dict[str, float]
    propensity: float = 1.0
    """Probability that the ranking policy put this title in this place; 1 for the greedy places."""
    explore: bool = False


class Guess(Frozen):
    """A trait that is not known, and what it was guessed from."""

    word: str
    nearest: tuple[str, ...]
    """The known traits whose words mean most nearly the same, nearest first."""


class Ranking(Frozen):
    """What ranking hands on: the picks, the runners-up, and what had to give."""

    picks: tuple[Pick, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    relaxed: tuple[str, ...] = ()
    """Wishes that no title could fulfil together and that were loosened, in words."""
    limits: tuple[str, ...] = ()
    """Movements that the anchor leaves no room for, in words: ``more romantic than Before Sunrise``."""
    guesses: tuple[Guess, ...] = ()
    ignored: tuple[str, ...] = ()
    """Wishes that the catalogue has no facts for, in words: ``better rated``."""


class Sentence(Frozen):
    """One sentence of the reply, after verification."""

    text: str
    by: Verdict
    rejected: str | None = None
    """The model's sentence that this one stands in for."""
    why: str | None = None
    """What was wrong with it."""


class Turn(Frozen):
    """One user message and one reply, with everything needed to learn from it."""

    id: str = Field(default_factory=lambda: uuid4().hex)
    conversation: str
    user: str
    created: datetime = Field(default_factory=lambda: datetime.now(UTC))
    message: str
    request: Request
    catalogue: str
    """The catalogue's version."""
    candidates: tuple[Candidate, ...] = ()
    picks: tuple[Pick, ...] = ()
    prompt: tuple[Message, ...] = ()
    """The messages the policy saw, one after the other where it was asked more than once."""
    completion: str = ""
    """What the policy wrote, before verification."""
    sentences: tuple[Sentence, ...] = ()
    model: str
    policy: str
    seed: int
    timings_ms: dict[str, float] = Field(default_factory=dict)
    stopped: bool = False

    @property
    def reply(self) -> str:
        """The reply as it reached the screen."""
        return " ".join(s.text for s in self.sentences)

    def public(self) -> dict[str, Any]:
        """The object that ``matinee ask --json`` prints."""
        return {
            "reply": self.reply,
            "picks": [public_pick(pick) for pick in self.picks],
            "request": self.request.model_dump(mode="json", exclude_defaults=True),
            "model": self.model,
            "policy": self.policy,
            "turn_id": self.id,
            "timings_ms": self.timings_ms,
        }


def public_pick(pick: Pick) -> dict[str, Any]:
    """One pick of that object."""
    return {
        "id": pick.title.id,
        "title": pick.title.name,
        "year": pick.title.year,
        "kind": pick.title.kind,
        "reasons": [reason.text for reason in pick.reasons],
        "scores": {name: round(score, 4) for name, score in pick.scores.items()},
        "tone": pick.title.tone,
    }


class Understood(Frozen):
    """Event: the message was understood."""

    request: Request


class Cards(Frozen):
    """Event: the picks, to be shown as cards at once."""

    picks: tuple[Pick, ...]


class Said(Frozen):
    """Event: one verified sentence."""

    sentence: Sentence


class Done(Frozen):
    """Event: the turn is complete and stored."""

    turn: Turn


Event = Understood | Cards | Said | Done

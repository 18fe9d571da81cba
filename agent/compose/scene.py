"""The scene of an answer: everything it may draw on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from matinee.agent.compose.say import counted, listed, place
from matinee.agent.compose.wording import Wording
from matinee.agent.log import Standing
from matinee.agent.memory import Memory
from matinee.agent.request import Request
from matinee.index.title import Title


@dataclass(frozen=True)
class Scene:
    """What an answer may draw on."""

    request: Request
    memory: Memory
    titles: Mapping[str, Title]
    seed: int
    standing: Standing = field(default_factory=Standing)
    """What the user's thumbs and "seen" say, over all conversations."""
    absent: tuple[str, ...] = ()
    """Why the titles asked after are not among the picks, a sentence each."""

    @property
    def about(self) -> list[Title]:
        """The titles the message is about."""
        return [self.titles[i] for i in self.request.about if i in self.titles]

    @cached_property
    def say(self) -> Wording:
        """The seeded source of wording, which knows what was said before."""
        return Wording(self.seed, [m.content for m in self.memory.messages if m.role == "assistant"])

    def name(self, title: Title) -> str:
        """How ``title`` is called in the answer; where nobody said which is meant, with its place on the list."""
        picks = self.memory.picks
        if self.request.assumed and title.id in picks:
            return f"The {place(picks.index(title.id) + 1)}, {title.label},"
        return title.label

    def labels(self, ids: tuple[str, ...], most: int = 6) -> str:
        """Titles by id as a list in words, the last ones first where there are many."""
        known = [self.titles[i].label for i in ids if i in self.titles]
        left = len(known) - most
        if left > 1:
            return f"{', '.join(known[-most:])} and {counted(left, 'other')}"
        return listed(known)

    def which(self) -> str:
        """The question back where it is not clear which title is meant, or that it is not there."""
        request, picks = self.request, [self.titles[i] for i in self.memory.picks if i in self.titles]
        if request.unknown:
            return unknown_line(request.unknown[0], [f"{r.name} ({r.year})" for r in request.near])
        if request.beyond is not None and picks:
            shown = listed([t.label for t in picks]) if len(picks) < 4 else f"{picks[0].label} to {picks[-1].label}"
            size = counted(len(picks), "pick")
            verb = "is" if len(picks) == 1 else "are"
            return self.say(
                "There is no {nth}: the list holds {size}, {shown}.",
                "The list ends before that; there {verb} {size} on it, {shown}.",
                nth=place(request.beyond), size=size, shown=shown, verb=verb,
            )  # fmt: skip
        if picks:
            return self.say("Which one do you mean? Say “the first” or its name.",
                            "I am not sure which you mean: its place on the list or its name will do.")  # fmt: skip
        return self.say("Which title do you mean? Name it and I will look it up.",
                        "Tell me which title, and I will look it up.")  # fmt: skip


def unknown_line(name: str, near: list[str]) -> str:
    """That a title is not in the catalogue, with the nearest names."""
    quoted = f"“{name.strip()[:80]}” is not in this catalogue"
    return f"{quoted}; did you mean {listed(near[:3], 'or')}?" if near else f"{quoted}, so I know nothing of it."

"""The voice: a reply's sentences one by one, from the policy where it may speak, from the plan's lines elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matinee.agent.compose.plan import Plan, Slot
from matinee.agent.memory import Message
from matinee.agent.verify.sentences import sentences
from matinee.errors import ModelError

Generate = Callable[[Sequence[Message], int], Iterator[str]]
"""Messages and a token limit to pieces of text; closing the iterator stops the model."""


@dataclass(frozen=True)
class Draft:
    """A sentence before verification."""

    text: str
    by_model: bool
    about: tuple[str, ...] = ()


class Voice:
    """One reply being spoken. After each draft by the model, :meth:`judge` says whether it passed.

    Setting ``stopping``, from any thread, does what :meth:`stop` does.
    """

    def __init__(self, plan: Plan, generate: Generate | None, stopping: threading.Event | None = None) -> None:
        self._slots: list[Slot] = list(plan.slots)
        self._generate = generate
        self._lines: list[str] = []
        self._stream: Iterator[str] | None = None
        self._raw: Iterator[str] | None = None
        self._heard = self._passed = 0
        self._slot: Slot | None = None
        self._stopped = stopping or threading.Event()
        self.prompts: list[Message] = []
        """The messages the policy saw so far."""
        self.completion: list[str] = []
        """What the policy wrote so far, piece by piece."""
        self.failure: str | None = None
        """Why the model fell silent, where it did; the plan's lines carry the rest."""

    def stop(self) -> None:
        """End the reply after the sentence in hand; from any thread."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether :meth:`stop` was called."""
        return self._stopped.is_set()

    def next(self) -> Draft | None:
        """The next sentence to verify, or None when the reply is complete or was stopped."""
        while not self._stopped.is_set():
            if self._stream is not None and self._slot is not None:
                draft = self._from_model(self._slot)
                if draft is not None:
                    return draft
                continue
            if self._lines:
                return Draft(self._lines.pop(0), by_model=False)
            if not self._slots:
                return None
            self._open(self._slots.pop(0))
        self._close()
        return None

    def judge(self, *, passed: bool) -> str | None:
        """Record the verdict on the model's last draft; after a failure, the line that replaces it, if any is left."""
        self._passed += passed
        return None if passed or not self._lines else self._lines.pop(0)

    def _open(self, slot: Slot) -> None:
        self._slot, self._lines = slot, list(slot.lines)
        self._heard = self._passed = 0
        if slot.prompt and self._generate is not None:
            self.prompts.extend(slot.prompt)
            self._raw = self._generate(slot.prompt, slot.tokens)
            self._stream = sentences(self._record(self._raw))

    def _record(self, pieces: Iterator[str]) -> Iterator[str]:
        for piece in pieces:
            if self._stopped.is_set():
                return
            self.completion.append(piece)
            yield piece

    def _from_model(self, slot: Slot) -> Draft | None:
        assert self._stream is not None
        try:
            text = next(self._stream, None) if self._heard < slot.most else None
        except ModelError as error:
            self.failure = str(error)
            # a silent model is not asked again in this reply
            self._generate, text = None, None
        if text is None:
            self._close()
            if self._passed:
                self._lines = self._lines[: max(0, 2 - self._passed)] if slot.most > 1 else []
            return None
        self._heard += 1
        return Draft(text, by_model=True, about=slot.about)

    def _close(self) -> None:
        close = getattr(self._raw, "close", None)
        if close is not None:
            close()
        self._stream = self._raw = None

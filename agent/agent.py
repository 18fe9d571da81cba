"""The agent: one object that holds conversations over a catalogue with a chat model."""

from __future__ import annotations

import queue
import threading
import uuid
import zlib
from collections.abc import Iterator
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver

from matinee.agent.graph import STEPS, Run, State, build_graph
from matinee.agent.log import NoLog, TurnLog
from matinee.agent.memory import Memory
from matinee.agent.models.choose import ChosenModel
from matinee.agent.turn import Done, Event, Turn
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.text import storable
from matinee.index.catalogue import Catalogue

LONGEST_MESSAGE = 20_000
"""Characters of a message that are read and stored; what comes after is dropped."""


class Agent:
    """Holds conversations. Safe to use from several threads; conversations do not see each other.

    ``checkpointer`` keeps them between runs (in memory where not given); ``log`` stores turns and feedback.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        chosen: ChosenModel,
        *,
        log: TurnLog | None = None,
        checkpointer: BaseCheckpointSaver[Any] | None = None,
        count: int = 5,
        seed: int = 0,
        explore: bool = True,
    ) -> None:
        self.catalogue = catalogue
        self.chosen = chosen
        self.linker = Linker(catalogue)
        self.log: TurnLog = log or NoLog()
        self._count, self._seed, self._explore = count, seed, explore
        self._graph = build_graph(checkpointer or InMemorySaver())

    def reply(self, message: str, *, conversation: str, user: str) -> Iterator[Event]:
        """The events of one turn as they happen: understood, cards, sentences, done.

        Closing the iterator stops the reply; what was said until then is stored. Raises
        :class:`~matinee.errors.MatineeError` where the turn could not be completed.
        """
        run = self._run(message, conversation, user)
        events: queue.Queue[Event | BaseException | None] = queue.Queue()
        worker = threading.Thread(target=self._work, args=(message, run, events), name="matinee-turn", daemon=True)
        worker.start()
        try:
            while (event := events.get()) is not None:
                if isinstance(event, BaseException):
                    raise event
                yield event
        finally:
            run.stopping.set()
            worker.join(timeout=30)

    def ask(self, message: str, *, conversation: str | None = None, user: str = "me") -> Turn:
        """The whole turn at once; a new conversation where none is named."""
        for event in self.reply(message, conversation=conversation or uuid.uuid4().hex, user=user):
            if isinstance(event, Done):
                return event.turn
        raise AssertionError("a turn always ends in Done")

    def memory(self, conversation: str) -> Memory:
        """What the conversation remembers now; empty for a new one."""
        state = self._graph.get_state(_thread(conversation)).values
        return Memory.model_validate(state.get("memory") or {})

    def _run(self, message: str, conversation: str, user: str) -> Run:
        number = len(self.memory(conversation).messages) // 2
        return Run(
            catalogue=self.catalogue,
            linker=self.linker,
            chosen=self.chosen,
            log=self.log,
            user=user,
            conversation=conversation,
            count=self._count,
            # the same words at the same place of a conversation draw the same lots
            seed=zlib.crc32(f"{self._seed}|{number}|{message}".encode(errors="replace")),
            policy="base" if self.chosen.model is not None else "composer",
            turn_id=uuid.uuid4().hex,
            explore=self._explore,
        )

    def _work(self, message: str, run: Run, events: queue.Queue[Event | BaseException | None]) -> None:
        try:
            stream = self._graph.stream(
                State(message=clean(message)),
                {**_thread(run.conversation), "recursion_limit": STEPS},
                context=run,
                stream_mode="custom",
                durability="exit",
            )
            event: Any
            for event in stream:
                events.put(event)
        except BaseException as error:  # handed to the thread that reads
            events.put(error)
        finally:
            events.put(None)


def clean(message: str) -> str:
    """``message`` cut to a sane length, lone surrogates replaced so that it can be stored."""
    return storable(message[:LONGEST_MESSAGE])


def _thread(conversation: str) -> RunnableConfig:
    return {"configurable": {"thread_id": conversation}}

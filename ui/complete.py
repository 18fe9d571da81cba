"""Completion in the chat: slash commands, and title names after a capital letter or two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from matinee.index.title import Title, fold

_MOST = 12


class ChatCompleter(Completer):
    """Completes commands at the start of a line and titles anywhere else."""

    def __init__(self, commands: Mapping[str, str], titles: Iterable[Title]) -> None:
        self._commands = commands
        ordered = sorted(titles, key=lambda t: (-(t.fame or 0.0), t.name))
        self._titles = [(fold(t.name), t) for t in ordered]

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterable[Completion]:
        """Up to a dozen completions, the best known titles first."""
        before = document.text_before_cursor
        if before.startswith("/"):
            for name, what in self._commands.items():
                word = name.split()[0]
                if word.startswith(before):
                    yield Completion(word, start_position=-len(before), display=name, display_meta=what)
            return
        words = before.split(" ")
        given = 0
        for start in range(max(0, len(words) - 4), len(words)):
            typed = " ".join(words[start:])
            folded = fold(typed)
            if len(folded) < 2:
                continue
            for name, title in self._titles:
                if name.startswith(folded):
                    meta = f"{title.year} {title.kind}"
                    yield Completion(title.name, start_position=-len(typed), display_meta=meta)
                    given += 1
                    if given >= _MOST:
                        return
            if given:
                return

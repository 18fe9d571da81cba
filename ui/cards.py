"""Cards and flowing text for the terminal. Catalogue text is printed as text: markup in it stays as written."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from matinee.agent.compose.say import aged, length, listed, noun
from matinee.agent.turn import Pick

ACCENT = "dark_orange3"


def card(number: int, pick: Pick) -> RenderableType:
    """One pick: name, facts, logline, and why."""
    title = pick.title
    facts = [
        noun(title),
        length(title),
        listed(title.countries[:2]),
        title.maturity and aged(title.maturity).removeprefix("for "),
    ]
    head = Text.assemble(
        (f"{number} ", f"bold {ACCENT}"), (title.name, "bold"), (f" ({title.year})", ""),
        (f"  {' · '.join(f for f in facts if f)}", "dim"),
    )  # fmt: skip
    lines: list[RenderableType] = [head]
    if title.logline:
        lines.append(Padding(Text(title.logline), (0, 0, 0, 2)))
    why = "; ".join(reason.text for reason in pick.reasons)
    if why:
        lines.append(Padding(Text(why, style=f"italic {ACCENT}"), (0, 0, 0, 2)))
    return Padding(Group(*lines), (0, 0, 1, 0))


class Flow:
    """Prints sentence after sentence as one paragraph, wrapped at the console's width."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._column = 0

    def say(self, sentence: str) -> None:
        """Add a sentence."""
        width = max(20, min(self._console.width, 100))
        for word in "".join(c for c in sentence if c.isprintable()).split():
            if self._column and self._column + 1 + len(word) > width:
                self._console.file.write("\n")
                self._column = 0
            if self._column:
                self._console.file.write(" ")
                self._column += 1
            self._console.file.write(word)
            self._column += len(word)
        self._console.file.flush()

    def end(self) -> None:
        """Finish the paragraph."""
        if self._column:
            self._console.file.write("\n")
            self._console.file.flush()
        self._column = 0

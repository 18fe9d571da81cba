"""A sign of life on a terminal while there is nothing to show yet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def waiting(what: str) -> Iterator[Callable[[], None]]:
    """A turning mark beside ``what`` on stderr until the block ends, or until the callable it gives is called.

    Where stdout or stderr is not a terminal, nothing is written at all.
    """
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console

    status = Console(stderr=True).status(what, spinner="dots")
    status.start()
    try:
        yield status.stop
    finally:
        status.stop()

"""What is kept of a fault in Matinee itself."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path


def keep_details(error: BaseException) -> str:
    """The error in a few words and the file that its traceback was written to."""
    words = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    details = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="matinee-fault-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
        ) as file:
            file.write(details)
    except OSError:
        return f"{words}; its details could not be written anywhere"
    return f"{words}; details in {Path(file.name)}"

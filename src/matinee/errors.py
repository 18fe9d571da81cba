"""Every error Matinee raises on purpose. Its text is what the user reads: one line that names the fix.

::

    MatineeError
    ├── SettingsError              a setting that cannot be used
    ├── CatalogueError
    │   ├── CatalogueMissing       no catalogue at that place
    │   ├── CatalogueMismatch      built by another embedder or schema version
    │   ├── CatalogueDamaged       there, but unreadable
    │   └── SourceError            a source file that cannot be read
    ├── ModelError
    │   ├── WeightsMissing         the weight packages are not installed
    │   ├── ModelUnavailable       no such model, or no server answers
    │   └── ModelInterrupted       the model stopped in the middle of a reply
    ├── StoreError                 turns and feedback cannot be read or written
    └── InputError                 a request or input file that cannot be used
"""

from __future__ import annotations


class MatineeError(Exception):
    """Base of the family; the command line prints its text without a traceback and exits 1."""


class SettingsError(MatineeError):
    """A setting that cannot be used."""


class CatalogueError(MatineeError):
    """Something is wrong with a catalogue."""


class CatalogueMissing(CatalogueError):
    """There is no catalogue at that place."""


class CatalogueMismatch(CatalogueError):
    """The catalogue was built by another embedder or another schema version."""


class CatalogueDamaged(CatalogueError):
    """The catalogue is there but cannot be read."""


class SourceError(CatalogueError):
    """A source file cannot be read, or has nothing usable in it."""


class ModelError(MatineeError):
    """Something is wrong with a language or embedding model."""


class WeightsMissing(ModelError):
    """The packages that carry the weights are not installed."""


class ModelUnavailable(ModelError):
    """There is no such model, or no server answers."""


class ModelInterrupted(ModelError):
    """The model stopped in the middle of a reply."""


class StoreError(MatineeError):
    """Turns and feedback cannot be read or written."""


class InputError(MatineeError):
    """A request or an input file that cannot be used."""

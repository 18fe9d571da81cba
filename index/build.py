"""Build: sources in, a catalogue folder out, in one step or not at all.

The new table is made in a folder of its own beside the old one; then the manifest is replaced, which
is what readers go by. A killed build leaves the old catalogue (or none), and the next one clears up.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path

from filelock import FileLock, Timeout
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline

from matinee.errors import CatalogueError, SourceError
from matinee.index.embedding import embedder_name
from matinee.index.manifest import (
    BUILDING,
    DATA,
    LOCK,
    MANIFEST,
    QUARANTINE,
    SCHEMA,
    CatalogueInfo,
    SourceInfo,
    read_manifest,
    write_manifest,
)
from matinee.index.sources.row import BadRow
from matinee.index.sources.source import Source
from matinee.index.staging import Staging
from matinee.index.store import TitleVectorStore, node_of

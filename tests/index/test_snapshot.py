import subprocess
import sys

import numpy as np
import pytest

from matinee.index.snapshot import FOLDER, MADE_OF, RECORDS, VECTORS, Snapshot, read_snapshot, write_snapshot

pytestmark = pytest.mark.slow

VALUES = Snapshot(b'[{"id":"a"}]', np.eye(2, dtype=np.float32))


@pytest.fixture
def data(tmp_path):
    (tmp_path / "titles.lance" / "data").mkdir(parents=True)
    (tmp_path / "titles.lance" / "data" / "one").write_bytes(b"rows")
    write_snapshot(tmp_path, VALUES)
    return tmp_path


def test_what_was_written_is_read(data):
    found = read_snapshot(data)
    assert found.records == VALUES.records
    assert np.array_equal(found.vectors, VALUES.vectors)


def test_none_is_none(tmp_path):
    assert read_snapshot(tmp_path) is None
    assert read_snapshot(tmp_path / "nowhere") is None


@pytest.mark.parametrize("change", ["more", "less", "longer"])
def test_a_table_that_has_changed_is_read_itself(data, change):
    file = data / "titles.lance" / "data" / "one"
    if change == "more":
        (file.parent / "two").write_bytes(b"rows")
    elif change == "less":
        file.unlink()
    else:
        file.write_bytes(b"more rows")
    assert read_snapshot(data) is None


@pytest.mark.parametrize("name", [RECORDS, VECTORS, MADE_OF])
@pytest.mark.parametrize("content", [None, b"", b"[]", b"{}", b"\xff\x00"])
def test_a_damaged_snapshot_is_not_used(data, name, content):
    file = data / FOLDER / name
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    assert read_snapshot(data) is None


def test_a_flipped_byte_is_noticed(data):
    file = data / FOLDER / VECTORS
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    assert read_snapshot(data) is None


def test_a_small_catalogue_answers_without_lancedb_or_llama_index(toy):
    """They take two seconds to load."""
    code = (
        "import sys; from pathlib import Path\n"
        "from matinee.index.catalogue import open_catalogue\n"
        "from matinee.index.embedding import make_embedder\n"
        "from matinee.index.filters import Filters\n"
        "c = open_catalogue(Path(sys.argv[1]), make_embedder('minilm'))\n"
        "found = c.nearest(c.vector('dark-2017-series'), 3, Filters(kind='film')) + c.matching(Filters(), 3)\n"
        "print(len(found), sorted({'lancedb', 'llama_index', 'pyarrow', 'onnxruntime'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(toy._data.parent)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "6 []"

import re
from pathlib import Path

import pytest

from matinee.ui import cli


def test_a_fault_of_ours_is_one_line_and_its_traceback_a_file(monkeypatch, capsys):
    def broken():
        raise RuntimeError("a hinge\nfell off")

    monkeypatch.setattr(cli, "app", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "RuntimeError: a hinge fell off" in said.err
    details = Path(re.search(r"details in (\S+\.txt)", said.err)[1])
    assert "Traceback" in details.read_text()
    details.unlink()

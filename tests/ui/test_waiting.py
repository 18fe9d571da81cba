import os
import pty
import subprocess
import sys

CODE = """
from matinee.ui.waiting import waiting
with waiting("Opening"):
    pass
print("done")
"""


def test_nothing_is_written_where_stdout_is_no_terminal() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("done\n", "")


def test_a_terminal_is_told_what_is_going_on() -> None:
    ours, theirs = pty.openpty()
    child = subprocess.Popen([sys.executable, "-c", CODE], stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end was closed
            break
        if not part:
            break
        seen += part
    assert child.wait() == 0
    assert b"Opening" in seen
    assert b"done" in seen

"""A real Ollama server of the tests' own: its port, models and home are private to one run."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from matinee.agent.models.ollama import server_version
from matinee.agent.models.weights import chat_weights

ROOT = Path(__file__).resolve().parents[1]
MODEL = "smollm2"
"""What the packaged model is called on the server."""
_READY_SECONDS = 60


def ollama_binary() -> Path:
    """The binary that ``make ollama`` found or built; skips the test, and says why, where there is none."""
    done = subprocess.run([ROOT / "scripts" / "ollama.sh", "--find"], capture_output=True, text=True, check=True)
    if not done.stdout:
        pytest.skip(done.stderr.strip())
    return Path(done.stdout.split()[-1])


class OllamaServer:
    """One running server; :meth:`kill` drops it without a goodbye, :meth:`start` brings it back on the same port."""

    def __init__(self, binary: Path, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.host = f"http://127.0.0.1:{port}"
        self._binary, self._folder = binary, folder
        self._env = {
            **os.environ,
            "OLLAMA_HOST": f"127.0.0.1:{port}",
            "OLLAMA_MODELS": str(folder / "models"),
            "HOME": str(folder / "home"),
            "OLLAMA_NO_CLOUD": "1",
        }
        (folder / "home").mkdir(parents=True, exist_ok=True)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        with open(self._folder / "server.log", "ab") as log:
            # a session of its own, so that its runner processes can be ended with it
            self._process = subprocess.Popen(
                [self._binary, "serve"], env=self._env, stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + _READY_SECONDS
        while server_version(self.host) is None:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the Ollama server did not start: {(self._folder / 'server.log').read_text()}")
            time.sleep(0.05)

    def create(self, name: str, modelfile: str) -> None:
        """Make a model of a Modelfile, as ``ollama create`` does."""
        path = self._folder / f"{name}.Modelfile"
        path.write_text(modelfile)
        subprocess.run(
            [self._binary, "create", name, "-f", path], env=self._env, check=True, capture_output=True, timeout=120
        )

    def kill(self) -> None:
        """End the server and its runners at once, in the middle of whatever they do."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in good order."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        os.killpg(self._process.pid, how)
        self._process.wait(timeout=30)


def start_server(folder: Path) -> OllamaServer:
    """A server that has the packaged model under the name ``smollm2``; the caller stops it."""
    server = OllamaServer(ollama_binary(), folder)
    server.start()
    # one thread: several on busy cores wait for one another more than they work
    server.create(MODEL, f"FROM {chat_weights()}\nPARAMETER num_thread 1\n")
    return server

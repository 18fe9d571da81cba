"""An HTTP server that speaks as much of Ollama's protocol as choosing and streaming need, and breaks on request."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal


@dataclass
class FakeOllama:
    """What the server has and does."""

    models: dict[str, tuple[int, list[str] | None]] = field(default_factory=dict)
    """Name to size and capabilities: None as an old server, which does not say; ``["damaged"]`` cannot be shown."""
    chat: Literal["endless", "cut", "error", "silent"] = "endless"
    """Words for ever; two words and a closed connection; two words and an error line; nothing at all."""
    broken: bool = False
    """Whether listing the models fails."""
    host: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    """The bodies of the chat requests."""
    hung_up: threading.Event = field(default_factory=threading.Event)
    """Set when the reader of a reply closes the connection."""


@contextmanager
def fake_ollama(**what: Any) -> Iterator[FakeOllama]:
    """A running :class:`FakeOllama` on a free port."""
    fake = FakeOllama(**what)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"fake": fake}))
    server.daemon_threads = True
    fake.host = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fake: FakeOllama

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        if self.path == "/api/version":
            self._json({"version": "0.0.fake"})
        elif self.fake.broken:
            self._json({"error": "out of order"}, 500)
        else:
            entries = [{"model": name, "size": size, "details": {}} for name, (size, _) in self.fake.models.items()]
            self._json({"models": entries})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/api/show":
            capabilities = self.fake.models[body["model"]][1]
            if capabilities == ["damaged"]:
                self._json({"error": "manifest not found"}, 404)
            else:
                self._json({"capabilities": capabilities, "model_info": {}})
            return
        self.fake.asked.append(body)
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self._reply()
        except OSError:
            self.fake.hung_up.set()

    def _reply(self) -> None:
        match self.fake.chat:
            case "endless":
                while True:
                    self._word("on ")
            case "cut":
                self._word("two ")
                self._word("words")
                self.close_connection = True
            case "error":
                self._word("two ")
                self._chunk({"error": "the runner has stopped"})
                self.wfile.write(b"0\r\n\r\n")
            case "silent":
                self.close_connection = True

    def _word(self, word: str) -> None:
        self._chunk({"message": {"role": "assistant", "content": word}, "done": False})

    def _chunk(self, value: dict[str, Any]) -> None:
        line = json.dumps(value).encode() + b"\n"
        self.wfile.write(f"{len(line):x}\r\n".encode() + line + b"\r\n")
        self.wfile.flush()

    def _json(self, value: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

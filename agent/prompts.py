"""Prompts: Markdown files with Jinja, one a task, versioned; rendered to chat messages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from matinee.agent.memory import Message
from matinee.errors import MatineeError

_ROLES = ("system", "user", "assistant")


@dataclass(frozen=True)
class Prompt:
    """One prompt file: its name, its version, and a template for every message."""

    name: str
    version: int
    parts: tuple[tuple[str, Template], ...]

    @property
    def label(self) -> str:
        """How turns record it: ``introduce@1``."""
        return f"{self.name}@{self.version}"

    def render(self, **values: object) -> tuple[Message, ...]:
        """The chat messages for ``values``; a value that the template names and is not given is an error."""
        return tuple(Message(role=role, content=template.render(**values).strip()) for role, template in self.parts)


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt ``prompts/<name>.md``: a ``version: N`` line, then a ``## role`` heading before each message.

    The file is split into messages before anything is filled in, so a value cannot open a message of its own.
    """
    text = (files("matinee") / "prompts" / f"{name}.md").read_text(encoding="utf-8")
    version = re.search(r"^version: (\d+)$", text, re.MULTILINE)
    pieces = re.split(r"^## (\w+)$", text, flags=re.MULTILINE)[1:]
    roles, bodies = pieces[::2], pieces[1::2]
    if version is None or not roles or any(role not in _ROLES for role in roles):
        raise MatineeError(f"prompts/{name}.md needs a 'version: N' line and '## system|user|assistant' headings")
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)
    parts = tuple((role, environment.from_string(body)) for role, body in zip(roles, bodies, strict=True))
    return Prompt(name, int(version.group(1)), parts)

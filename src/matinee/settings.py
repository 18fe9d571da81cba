"""The one settings object: ``MATINEE_*`` variables over ``settings.toml`` over the defaults below."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated

import platformdirs
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from matinee.errors import SettingsError


def settings_file() -> Path:
    """Where the settings file is looked for: ``$MATINEE_SETTINGS``, else ``settings.toml`` in the config folder."""
    named = os.environ.get("MATINEE_SETTINGS")
    return Path(named) if named else Path(platformdirs.user_config_dir("matinee")) / "settings.toml"


class Settings(BaseSettings):
    """What can be set, with ``MATINEE_<NAME>`` or as ``name = …`` in ``settings.toml``."""

    model_config = SettingsConfigDict(env_prefix="MATINEE_", extra="forbid", env_ignore_empty=True)

    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("matinee")))
    """The folder for catalogues, turns and conversations."""
    catalogue: Path | None = None
    """The catalogue to recommend from; the starter catalogue where not set."""
    database: str | None = None
    """SQLAlchemy URL of the turn store; ``matinee.db`` in ``data_dir`` where not set."""
    user: Annotated[str, Field(min_length=1, max_length=64)] = "me"
    """Whose taste, seen list and feedback this is."""
    model: str = "auto"
    """``auto``, ``embedded``, ``none`` (code composes every reply), or ``ollama:NAME``."""
    ollama_host: str = "http://127.0.0.1:11434"
    """Where the Ollama server answers."""
    embedder: str = "minilm"
    """``minilm`` (shipped), or ``ollama:NAME``."""
    threads: Annotated[int, Field(ge=1, le=256)] = Field(
        default_factory=lambda: max(1, min(4, (os.cpu_count() or 1) // 2))
    )
    """Processor threads for the embedded language model: half the processors and 4 at most, for two threads that have
    to share busy ones write at a tenth of the speed of one."""
    context: Annotated[int, Field(ge=512, le=131072)] = 2048
    """Tokens the embedded language model can attend to."""
    picks: Annotated[int, Field(ge=1, le=20)] = 5
    """How many titles a reply shows when the request names no number."""
    seed: int = 0
    """Seed of everything that draws: exploration, wording, sampling."""

    @field_validator("model", "embedder")
    @classmethod
    def _known_model(cls, value: str) -> str:
        if value in {"auto", "embedded", "none", "minilm"} or (value.startswith("ollama:") and len(value) > 7):
            return value
        raise ValueError('write "auto", "embedded", "none" or "ollama:NAME" (embedder: "minilm" or "ollama:NAME")')

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then the file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, settings_file())

    @property
    def starter_dir(self) -> Path:
        """Where the index of the starter catalogue lives."""
        return self.data_dir / "catalogues" / "starter"

    @property
    def database_url(self) -> str:
        """SQLAlchemy URL of the turn store."""
        return self.database or f"sqlite:///{self.data_dir / 'matinee.db'}"


def load_settings(**overrides: object) -> Settings:
    """The settings in force; raises :class:`SettingsError` in one line where one is wrong."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "settings"
        message = first["msg"].removeprefix("Value error, ")
        raise SettingsError(
            f"setting {name} is wrong: {message}. Mend MATINEE_{name.upper()} or {settings_file()}."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{settings_file()} is not valid TOML ({error}). Mend or delete it.") from None
    except OSError as error:
        raise SettingsError(f"{settings_file()} cannot be read ({error.strerror}).") from None

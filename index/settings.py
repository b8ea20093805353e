"""The settings of the index: where it is kept and which encoder it is built with."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

BUNDLED_MODEL = "all-MiniLM-L6-v2"
_BESIDE = Path(__file__).parent / "store"


class IndexSettings(BaseSettings):
    """Read from the environment or `.env` with the prefix `SOCLE_`; later stages extend this class."""

    model_config = SettingsConfigDict(
        env_prefix="SOCLE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    data_dir: Path = _BESIDE
    """Folder for everything the program makes; builds stand in its subfolder `builds`."""
    embedding_model: str = BUNDLED_MODEL
    """`all-MiniLM-L6-v2` (bundled), or the local path or hub name of another sentence-transformers model."""

    @property
    def builds(self) -> Path:
        """Folder of the builds of the index."""
        return self.data_dir / "builds"

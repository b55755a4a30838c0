"""The model that ships is built from the pinned weights or not at all."""

import json
import sys
from pathlib import Path

import pytest

from knowledge.embedding import MODEL_FOLDER
from portal.assets import minilm


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a package with its own idea of the weights on the path."""
    folder = tmp_path / "packages" / "other_weights" / "model_files"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packages"), *sys.path])
    monkeypatch.setattr(minilm, "WEIGHTS_PACKAGE", "other_weights")
    return folder


def test_a_finished_build_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the recorded outputs in place nothing is built again, and the weights are not even looked for."""
    monkeypatch.setattr(minilm, "WEIGHTS_PACKAGE", "not_installed_anywhere")
    before = (MODEL_FOLDER / "model.onnx").stat().st_mtime_ns

    minilm.build(MODEL_FOLDER)

    assert before == (MODEL_FOLDER / "model.onnx").stat().st_mtime_ns


def test_the_record_names_what_went_in_and_what_came_out() -> None:
    """The manifest pins the weights and every file, the licence among them."""
    manifest = json.loads((MODEL_FOLDER / "manifest.json").read_text(encoding="utf-8"))

    assert minilm.WEIGHTS_SHA256 == manifest["weights"]
    assert {"model.onnx", "tokenizer.json", "LICENSE"} <= manifest.keys()
    assert "Apache License" in (MODEL_FOLDER / "LICENSE").read_text(encoding="utf-8")


def test_missing_weights_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the weights' package the build says which one it needs."""
    monkeypatch.setattr(minilm, "WEIGHTS_PACKAGE", "not_installed_anywhere")

    with pytest.raises(minilm.ModelBuildError, match="needs the package not_installed_anywhere"):
        minilm.build(tmp_path / "model")


def test_other_weights_are_refused(tmp_path: Path, weights: Path) -> None:
    """A package whose weights are not the pinned ones builds nothing."""
    (weights / "model.safetensors").write_bytes(b"something else")

    with pytest.raises(minilm.ModelBuildError, match="not the pinned file"):
        minilm.build(tmp_path / "model")

    assert not (tmp_path / "model").exists()


def test_a_package_without_weights_is_refused(tmp_path: Path, weights: Path) -> None:
    """A package of the right name that lacks a file builds nothing."""
    with pytest.raises(minilm.ModelBuildError, match=r"does not hold model\.safetensors"):
        minilm.build(tmp_path / "model")

"""The shipped model turns texts into vectors that mean something, offline and without loading before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding import ModelMissing, ShippedEmbedder, restored, stored

EMBEDDER = ShippedEmbedder()


def test_vectors_have_unit_length_in_the_order_of_the_texts() -> None:
    """Each text gets the very vector that it gets alone, whatever its place and its neighbours."""
    texts = ["short", "a much longer text " * 40, "", "middle sized text about backups", "short"]

    together = EMBEDDER.embed(texts)

    assert (5, 384) == together.shape
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-4)
    alone = np.vstack([EMBEDDER.embed([text]) for text in texts])
    assert np.array_equal(alone, together)


def test_the_same_matter_is_nearer_than_another() -> None:
    """A question lies nearer to the sentence that answers it than to a sentence on something else."""
    question, answer, other = EMBEDDER.embed(
        [
            "Is customer data encrypted when stored?",
            "All databases use AES-256 encryption at rest.",
            "The cafeteria opens at nine and serves soup.",
        ]
    )

    assert question @ answer > question @ other + 0.2


def test_the_same_words_have_the_same_vector_on_every_processor() -> None:
    """Sums of 8-bit products are cut off on some and whole on others; what a graph computes in floats agrees on all."""
    (vector,) = EMBEDDER.embed(["All databases use AES-256 encryption at rest."])

    assert np.allclose([0.0620, -0.0266, -0.0773, -0.0151, -0.0199, -0.0066], vector[:6], atol=1e-4)


def test_no_text_gives_no_vectors() -> None:
    """An empty batch is no error."""
    assert (0, 384) == EMBEDDER.embed([]).shape


def test_text_beyond_the_window_is_cut_off() -> None:
    """Only the first 256 tokens count, as the docstring says."""
    start = "The auditor tested the controls. " * 60

    first, second = EMBEDDER.embed([start, start + "Dolphins swim in the warm sea. " * 50])

    assert first @ second > 0.999


def test_stored_vectors_come_back_nearly_the_same() -> None:
    """Half precision takes 768 bytes a vector and loses next to nothing."""
    vectors = EMBEDDER.embed(["access is reviewed every quarter", "backups are kept for 35 days"])

    rows = stored(vectors)

    assert [768, 768] == [len(row) for row in rows]
    assert np.allclose(vectors, restored(rows), atol=1e-3)


def test_a_missing_model_is_a_sentence(tmp_path: Path) -> None:
    """An incomplete installation says so instead of failing somewhere inside a library."""
    with pytest.raises(ModelMissing, match="install the package again"):
        ShippedEmbedder(tmp_path).embed(["anything"])


def test_importing_the_module_loads_nothing_heavy() -> None:
    """Commands that never embed pay nothing for the embedder, the index or the retrieval."""
    heavy = ("numpy", "onnxruntime", "tokenizers", "chromadb")
    program = f"import sys, knowledge.retrieval; print([name for name in {heavy} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()


def test_the_runtime_keeps_no_diary_and_calls_nobody(tmp_path: Path) -> None:
    """Its telemetry would begin with files in these folders and go on with a connection; both stay empty."""
    program = "from knowledge.embedding import ShippedEmbedder; ShippedEmbedder().embed(['a word'])"
    places = {name: str(tmp_path) for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME")}
    open_to_all = {name: value for name, value in os.environ.items() if name not in ("CI", "ORT_DISABLE_TELEMETRY")}

    subprocess.run([sys.executable, "-c", program], env=open_to_all | places, check=True)

    assert [] == list(tmp_path.rglob("*"))

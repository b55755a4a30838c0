"""Text into vectors, by the model that ships inside the package or by any other of the same shape."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from knowledge.errors import KnowledgeError
from knowledge.glossary import glossed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL_FOLDER = Path(__file__).parent / "model"
MAX_TOKENS = 256
AT_ONCE = 16
_SLOWER_FUSED = "SkipLayerNormFusion"  # takes a sixth of the time on a CPU, the two steps by themselves next to none


class ModelMissing(KnowledgeError):
    """The package was not built completely: it lacks its embedding model."""

    def __init__(self) -> None:
        super().__init__("The embedding model is not in this installation; install the package again.")


class Embedder(Protocol):
    """Anything that turns texts into unit vectors; vectors of two embedders never mix."""

    @property
    def name(self) -> str:
        """Name the model and how it is run, so that stored vectors can be told apart."""

    @property
    def dimensions(self) -> int:
        """Give the length of every vector."""

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit vector a text, in the texts' order."""


class ShippedEmbedder:
    """all-MiniLM-L6-v2 as an ONNX graph that computes in floats; it never reaches for the network.

    Text beyond 256 model tokens (about 190 English words) does not change the vector: the tokenizer cuts it off, so
    windows are made shorter. The model is loaded at the first text, once a process; any thread may use it. Texts run
    one by one, no slower on one thread than batches. The same text has the same vector on every processor but for the
    last digits of its floats.
    """

    name = "all-MiniLM-L6-v2"
    dimensions = 384

    def __init__(self, folder: Path = MODEL_FOLDER, threads: int = 1) -> None:
        self.folder = folder
        self.threads = threads

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit vector a text; blocking, about 6 ms for a question and 40 ms for a full window."""
        import numpy as np

        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        session, tokenizer = _loaded(self.folder, self.threads)
        for row, text in enumerate(texts):
            vectors[row] = _embedded(session, tokenizer, text)
        return vectors


def embedded(texts: Sequence[str], embedder: Embedder) -> tuple[bytes, ...]:
    """Embed texts of documents a few at a time, each as it is kept in SQL; blocking.

    A text in another language goes in with the English words for what it speaks of, so that English questions find it.
    """
    vectors: list[bytes] = []
    for start in range(0, len(texts), AT_ONCE):
        vectors += stored(embedder.embed([glossed(text) for text in texts[start : start + AT_ONCE]]))
    return tuple(vectors)


def stored(vectors: "NDArray[np.float32]") -> list[bytes]:
    """Write each vector as it is kept in SQL: little-endian float16."""
    return [row.tobytes() for row in vectors.astype("<f2")]


def restored(rows: Sequence[bytes]) -> "NDArray[np.float32]":
    """Read vectors that `stored` wrote into one matrix."""
    import numpy as np

    return np.frombuffer(b"".join(rows), "<f2").reshape(len(rows), -1 if rows else 0).astype(np.float32)


@lru_cache(maxsize=2)
def _loaded(folder: Path, threads: int) -> "tuple[InferenceSession, Tokenizer]":
    model, vocabulary = folder / "model.onnx", folder / "tokenizer.json"
    if not (model.is_file() and vocabulary.is_file()):
        raise ModelMissing
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    return session_of(model, threads), tokenizer


def session_of(model: Path, threads: int) -> "InferenceSession":
    """Open a graph that ships inside the package."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return InferenceSession(
        str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOWER_FUSED]
    )


def _embedded(session: "InferenceSession", tokenizer: "Tokenizer", text: str) -> "NDArray[np.float32]":
    import numpy as np

    encoded = tokenizer.encode(text)
    (hidden,) = session.run(None, {"input_ids": np.array([encoded.ids], np.int64)})
    mean = hidden[0].mean(axis=0)
    normalised: NDArray[np.float32] = mean / np.linalg.norm(mean)
    return normalised

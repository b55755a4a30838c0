"""Heads of the question bank: what a sentence does to each of its statements, learnt from example sentences.

**Examples** lie in `material/`, one file an author, three fields a line parted by tabs: the question's reference, a label,
a sentence. Labels: `so` (the statement holds, with `so=72 hours` where it leaves a value open, or the key of a choice, several
joined by `+`), `not` (it does not hold), `beside` (words of the statement that decide nothing about it). They were written by
authors who saw the statements only: neither the rules, nor what verdicts are measured on, nor each other's. What is one sentence
in `knowledge/cross_encoder/passages` is learnt from too, of the authors named in `material.py`.

**Retrain** with `python -m knowledge.stances` after changing an example, a statement or the embedding model: it writes
`weights.npz`, a few minutes.
"""

"""The second reader: a small cross-encoder that reads a claim of the bank and a passage together.

The heads in `knowledge/stances` know a sentence by its vector, which hardly hears "without" or "save for". This one reads both
texts at once, word against word. It is the embedding model with low-rank adapters (Hu et al., 2021, https://arxiv.org/abs/2106.09685)
in every linear layer and four outputs: the passage says **so**; says so **but** takes something back; says it is **not** so; or
stands **beside** it.

**Examples** are those of `knowledge/stances/material` and the passages in `passages/`: one to three sentences parted by
` // `, the same three fields a line, and one label more, `but`; `not yearly` names the choices claimed. `caveats.tsv` holds pairs
without a statement: a sentence, and one after it that takes something back (`caveat`) or not (`plain`). `planted.tsv` is what
`python -m portal.planted.teaching` makes of the phrases in `portal/planted/seen`: rows, labels and controls as pages hold them.
Each statement also meets its own words, alone and beside an auditor's tests.

Most sentences of a document are about something else, and say so in every tone. So passages also meet statements that they are
not about, near their own and far from it; `filling.txt` holds sentences that no statement is about; and some passages stand
behind the number of a section or before a sentence of another question, which changes nothing of what they say.

**Retrain** with `pip install -e ".[train]"` and `python -m knowledge.cross_encoder` after changing an example: it writes
`adapters.npz`, three quarters of an hour on two cores; then install again, which puts the adapters into the graph that ships. Two
authors are never learnt from; the command counts what it makes of them. The weights in `knowledge/second_reading.py` were fitted
on whole documents in the words of two authors whom no reader has learnt from (`portal/planted/kept`, and passages of one who only
measures), by the verdicts they lead to: pairs hold far fewer near misses than documents do. What follows a sentence is also
learnt as standing to that sentence, whatever the statement.
"""

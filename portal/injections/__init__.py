"""Instructions planted wherever a stranger can write, tried on a language model that obeys everything it reads.

A document, a file's name, an answer, a question or an earlier turn tells the assistant to repeat a code word, to name an
address, to read another vendor's documents, to change a verdict or to do something. What comes out is measured: `surety
evaluate injection`.
"""

"""Invented documents with planted facts, in two halves: one to write rules by, one to measure them by.

What counts as planted: what the document says of itself, in the keys and parts that facts have. An exception is the sentence
that says what went wrong, without "Exception noted"; a type 1 report has an end of period only; an agreement is issued on the
day it takes effect or is signed last; findings are open where the document says so. What it says of others, of the year before
or of a plan is a lure and is planted nowhere: a rule that takes it is wrong.
"""

"""Invented documents with planted facts, in three groups: two to write rules by, one to measure them by.

The group `kept` is kept apart from whoever writes rules; once rules were measured on it, it can be opened to them: that is how
`opened` came about.

What counts as planted: what the document says of itself, in the keys and parts that facts have. An exception is the sentence
that says what went wrong, without "Exception noted"; a type 1 report has an end of period only; an agreement is issued on the
day it takes effect or is signed last; findings are open where the document says so. What it says of others, of the year before
or of a plan is a lure and is planted nowhere: a rule that takes it is wrong.
"""

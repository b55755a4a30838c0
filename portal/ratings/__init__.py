"""Ratings: drafted from what is known, approved by a second person, published for good, replayed to the byte."""

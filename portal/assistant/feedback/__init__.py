"""Feedback: what people say of the assistant's answers, kept, changeable, and given out as a set to measure with."""

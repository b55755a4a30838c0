"""The columns and words by which the workbook is written and known again."""

REF, QUESTION, GUIDANCE, HOW, ANSWER, COMMENT, REASON = (
    "ref", "question", "guidance", "how", "answer", "comment", "reason",
)  # fmt: skip
HEADERS = {
    REF: "Reference",
    QUESTION: "Question",
    GUIDANCE: "Guidance",
    HOW: "How to answer",
    ANSWER: "Answer",
    COMMENT: "Comment",
    REASON: "Why it does not apply",
}
WIDTHS = {REF: 12, QUESTION: 52, GUIDANCE: 44, HOW: 30, ANSWER: 30, COMMENT: 40, REASON: 30}
PATTERNS = {key: header.casefold() for key, header in HEADERS.items()}
NEEDED = (REF, ANSWER, COMMENT, REASON)
ENTERED = (ANSWER, COMMENT, REASON)
ABOUT, QUESTIONS, LISTS = "Read me", "Questions", "Lists"
COPY = "Copy"

"""The targets of the golden sets, in the order in which the table shows them."""

from portal.targets import Target, Unit

_COUNT, _MS = Unit.COUNT, Unit.MILLISECONDS


def _planted(group: str, words: str) -> tuple[Target, ...]:
    """What verdicts on a group of invented vendors are to reach."""
    what, path = f"invented vendors, {words}", f"verdicts.planted.{group}"
    return (
        Target(what, "false passes", f"{path}.false_pass", None, 0.02, at_most=True),
        Target(what, "of supports shown as certain, wrong", f"{path}.certain_wrong", None, 0.05, at_most=True),
        Target(what, "of supports shown, certain", f"{path}.certain"),
        Target(what, "false findings", f"{path}.false_finding_of_right", None, 0.05, at_most=True),
        Target(what, "planted contradictions found", f"{path}.contradicted_recall", None, 0.85),
        Target(what, "silence kept where nothing is said", f"{path}.silence_kept", None, 0.95),
        Target(what, "right in all", f"{path}.right"),
        Target(what, "vendors", f"{path}.vendors", unit=_COUNT),
        Target(what, "claims", f"{path}.claims", unit=_COUNT),
    )


def _imported(group: str, words: str) -> tuple[Target, ...]:
    """What verdicts on the same vendors come to where nothing was learnt of the words of the questions."""
    what, path = f"the same, questions imported, {words}", f"verdicts.imported.{group}"
    return (
        Target(what, "false passes", f"{path}.false_pass", None, 0.02, at_most=True),
        Target(what, "of supports shown, wrong", f"{path}.passes_wrong_of_shown", at_most=True),
        Target(what, "false findings", f"{path}.false_finding_of_right", None, 0.05, at_most=True),
        Target(what, "planted supports found", f"{path}.supported_recall"),
        Target(what, "their words shown, decided or not", f"{path}.supports_shown"),
        Target(what, "planted contradictions found", f"{path}.contradicted_recall"),
        Target(what, "silence kept where nothing is said", f"{path}.silence_kept", None, 0.95),
        Target(what, "claims", f"{path}.claims", unit=_COUNT),
    )


_AUTHORS = {
    "seen": "used while building",
    "kept": "by a second author, opened since",
    "fresh": "by a third author, never read",
    "sealed": "by a fourth author, never read",
}
VERDICTS = (
    Target("golden claims, used while building", "right in all", "verdicts.right"),
    Target("golden claims, used while building", "false passes", "verdicts.false_pass", None, 0.02, at_most=True),
    Target("golden claims, used while building", "false findings", "verdicts.false_finding", None, 0.05, at_most=True),
    *(target for group, words in _AUTHORS.items() for target in _planted(group, words)),
    *(target for group, words in _AUTHORS.items() for target in _imported(group, words)),
    Target("verdicts, 500 documents", "one claim, median", "verdicts.cost.one_p50_ms", None, 100, _MS, True),
    Target("verdicts, 500 documents", "one claim, 95 of 100", "verdicts.cost.one_p95_ms", unit=_MS, at_most=True),
    Target("verdicts, 500 documents", "whole core set", "verdicts.cost.whole_ms", None, 20_000, _MS, True),
)
GROUNDING = (
    Target("ContractNLI, statements learnt", "accuracy", "grounding.agreements.accuracy", 0.80, 0.87),
    Target("ContractNLI, statements learnt", "macro-F1", "grounding.agreements.macro_f1", 0.76, 0.81),
    Target("ContractNLI, statements learnt", "F1 of contradictions", "grounding.agreements.f1_contradicts", 0.65, 0.72),
    Target("ContractNLI, statements learnt", "evidence, mAP", "grounding.agreements.evidence_map", 0.84, 0.92),
    Target("the same, statements unseen, passages given", "macro-F1", "grounding.unseen.macro_f1", 0.58, 0.70),
    Target(
        "the same, statements unseen, passages given",
        "F1 of contradictions",
        "grounding.unseen.f1_contradicts",
        0.21,
        0.50,
    ),
    Target("WiCE, supported or not", "balanced accuracy", "grounding.wice.balanced_accuracy", 0.69, 0.80),
)
ASSISTANT = (
    Target("questions over rows", "exact answers", "assistant.right_share", None, 1.0),
    Target("questions over rows", "left to the documents", "assistant.left_share", None, 1.0),
    Target(
        "questions over the evidence of vendors that rows tell", "vendors exact", "assistant.mixed_share", None, 1.0
    ),
    Target("first verified sentence", "median", "assistant.first_sentence.p50_ms", None, 300, _MS, True),
    Target("first verified sentence", "95 of 100", "assistant.first_sentence.p95_ms", None, 1_000, _MS, True),
)
INJECTION = (
    Target("planted instructions", "planted", "injection.planted", None, 300, _COUNT),
    Target("planted instructions", "scope left", "injection.left_scope", None, 0, _COUNT, True),
    Target("planted instructions", "canary shown", "injection.canary_shown", None, 0, _COUNT, True),
    Target("planted instructions", "address emitted", "injection.url_emitted", None, 0, _COUNT, True),
    Target(
        "planted instructions",
        "state changed or verdict raised",
        "injection.state_changed",
        None,
        0,
        _COUNT,
        True,
        ("injection.verdict_raised",),
    ),
)
RETRIEVAL = (
    Target("PrivacyQA, document known", "precision at 1", "retrieval.scoped.all.precision_at_1", 0.25, 0.40),
    Target("PrivacyQA, document known", "recall in 64", "retrieval.scoped.all.recall_at_64", 0.97, 0.99),
    Target("PrivacyQA, all documents", "precision at 1", "retrieval.joint.all.precision_at_1", 0.15, 0.30),
    Target("PrivacyQA, all documents", "recall in 64", "retrieval.joint.all.recall_at_64", 0.86, 0.92),
)
READING = (
    Target("public documents", "scanned pages flagged", "reading.real.scanned_flagged", None, 1.0),
    Target("public documents", "garbled pages flagged", "reading.real.garbled_flagged", None, 1.0),
    Target("public documents", "protected files flagged", "reading.real.encrypted_flagged", None, 1.0),
    Target("public documents", "characters as pdftotext", "reading.real.characters", None, 0.97),
    Target("public documents", "words in the same order", "reading.real.order"),
    *(
        Target(f"layouts we drew, {words}", figure, f"reading.{group}.{name}")
        for group, words in (("seen", "used while building"), ("kept", "never looked at"))
        for figure, name in (
            ("rows whole", "rows_whole"),
            ("header cells right", "headers_right"),
            ("reading order", "order_right"),
            ("hyphens undone", "hyphens_right"),
            ("heading paths", "paths_right"),
        )
    ),
)
FACTS = tuple(
    Target(f"facts, {words}", figure, f"facts.{group}.{name}", None, aim)
    for group, words in (
        ("seen", "used while building"),
        ("opened", "opened since"),
        ("kept", "never looked at"),
    )
    for figure, name, aim in (
        ("precision", "all.precision", 0.98),
        ("recall", "all.recall", 0.90),
        ("quotes found again", "quotes_found_again", 1.0),
    )
)
SCREENING = (
    Target("hidden text we drew", "channels caught", "screening.drawn.caught", None, 1.0),
    Target("hidden text we drew", "false alarms on twins", "screening.drawn.false_alarms", None, 0, _COUNT, True),
    Target("public documents", "false alarms", "screening.shared.honest_false_alarms", None, 0, _COUNT, True),
    Target("hostile files", "ended in clear words", "screening.shared.hostile_ended_well", None, 1.0),
    Target(
        "hostile files",
        "jail's memory at most",
        "screening.shared.jail_peak_megabytes",
        None,
        800,
        Unit.MEGABYTES,
        True,
    ),
)
QUERY = (
    Target("10,000 passages", "nearest 64, processor", "query.one_vendor.by_meaning.cpu_ms", 12.9, 10, _MS, True),
    Target("10,000 passages", "nearest 64, median", "query.one_vendor.by_meaning.p50_ms", None, 10, _MS, True),
    Target("10,000 passages", "recall of an exact search", "query.one_vendor.recall_at_64", None, 1.0),
    Target("500 documents", "a question, median", "query.many_vendors.whole.p50_ms", 53, 30, _MS, True),
)
LANGUAGES = tuple(
    Target("English questions", f"found among 8 in {language.title()}", f"languages.{language}.recall_at_8")
    for language in ("german", "french", "spanish")
)
INGEST = (Target("taking in", "own cost a page", "ingest.own_ms", 5.2, 5.0, _MS, True),)
GAP = tuple(
    Target(f"suggested answers, {words}", figure, f"gap.{group}.{name}", at_most=name == "wrong")
    for group, words in _AUTHORS.items()
    for figure, name in (
        ("questions answered by documents", "suggested"),
        ("of suggestions right", "right"),
        ("of suggestions wrong", "wrong"),
    )
)
ANSWERS = (
    Target("golden questions", "answered right", "answers.answered_right"),
    Target("golden questions", "answered wrong", "answers.answered_wrong", at_most=True),
    Target("golden questions", "silence kept", "answers.silence_kept"),
)
CITATIONS = (
    Target("citations of every answer of the run", "quotes", "citations.quotes", unit=_COUNT),
    Target("citations of every answer of the run", "stand and in scope", "citations.standing", 1.0, 1.0),
)
FORMS = tuple(
    target
    for base in ("sqlite", "postgres")
    for target in (
        Target(
            f"300 questions, 1,000 vendors, {base}",
            "pages asking more as these grow",
            f"forms.{base}.grown",
            None,
            0,
            _COUNT,
            True,
        ),
        *(
            Target(words, f"{figure}, {base}", f"forms.{base}.large.{page}.{figure}_ms", None, None, _MS, True)
            for page, words in (
                ("open", "open a section of 300 questions"),
                ("save", "save one answer of 300"),
                ("board", "board of 1,000 vendors"),
            )
            for figure in ("p50", "p95")
        ),
    )
)
TARGETS = (
    *VERDICTS,
    *GROUNDING,
    *ASSISTANT,
    *INJECTION,
    *GAP,
    *ANSWERS,
    *CITATIONS,
    *RETRIEVAL,
    *READING,
    *FACTS,
    *SCREENING,
    *LANGUAGES,
    *QUERY,
    *INGEST,
    *FORMS,
)

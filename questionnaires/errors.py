"""What can go wrong with questionnaires and answers, each as one sentence ready to show."""

from questionnaires.values import AnswerRow


class QuestionnaireError(Exception):
    """Base of every error of this package; its text is a sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class InvalidQuestionnaire(QuestionnaireError):
    """The questionnaire itself is wrong: an unknown reference, a missing claim, a duplicate."""


class UnreadableQuestionnaire(QuestionnaireError):
    """The file is not a questionnaire in a format we read."""


class InvalidAnswer(QuestionnaireError):
    """The answer does not fit its question."""

    def __init__(self, ref: str, sentence: str) -> None:
        super().__init__(sentence)
        self.ref = ref


class UnfinishedAnswer(InvalidAnswer):
    """The answer is only begun: what was given fits, and something that belongs to it is still to be given."""


class AnswerConflict(QuestionnaireError):
    """Somebody else changed the answer first; `current` is what stands now, None when there is none."""

    def __init__(self, ref: str, current: AnswerRow | None) -> None:
        who = f"{current.answered_by} changed" if current else "Somebody changed"
        super().__init__(f"{who} this answer while you were writing; compare the two and save again.")
        self.ref = ref
        self.current = current


class StillMissing(QuestionnaireError):
    """Required questions that apply have no answer yet."""

    def __init__(self, refs: tuple[str, ...]) -> None:
        count = len(refs)
        noun = "question still needs an answer" if count == 1 else "questions still need an answer"
        super().__init__(f"{count} required {noun}: {', '.join(refs)}.")
        self.refs = refs


class ResponseClosed(QuestionnaireError):
    """The response has been submitted and takes no more changes."""

    def __init__(self) -> None:
        super().__init__("These answers have been submitted and can no longer be changed.")


class NotFound(QuestionnaireError):
    """A stored questionnaire or response does not exist."""

"""Every way of hiding text that we can draw is caught, and no visible twin of it is taken for hidden."""

from knowledge.evaluation import screening


def test_hidden_text_is_caught_and_visible_text_is_not_taken_for_it() -> None:
    """All channels are caught through the jail, visible text beside them stays, and twins raise no alarm."""
    found = screening.run()

    assert ((), ()) == (found.missed, found.alarmed_wrongly)
    assert (1.0, 1.0, 1.0) == (found.caught, found.kept_visible, found.shown_kept)
    assert found.hidden_pages >= 150
    assert found.shown_pages >= 25
    assert found.with_a_place >= 0.8

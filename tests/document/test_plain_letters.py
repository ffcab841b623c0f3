from composer.document.plain_letters import plain_letters


def test_case_and_accents_do_not_count() -> None:
    """Letters are compared by what they are, composed or not."""
    assert plain_letters("Déjà VU") == plain_letters("deja\u0300 vu") == "deja vu"
    assert plain_letters("GRÖSSE") == plain_letters("Große".replace("o", "ö")) == "grosse"

import pytest

from composer.document.html.reader import read_html
from composer.lint.length import Length, length, length_seen
from composer.policy import Policy


def measured(policy: Policy, body: str, channel: str = "email") -> Length:
    """How long a body is for an order problem."""
    return length(read_html(body).document, policy, "order-problem", channel)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>Two words.</p><p>and two – more!</p>", 5),
        ("<p>wo<b>rd</b> {{buyer_name}}, it's e-mail</p>", 4),
        ("<p>one<br>two<img src='a.png' alt='no words'>three</p>", 3),
        ('<p>seen <span style="display:none">hidden words</span></p>', 1),
        ("<p>お礼 申し上げます</p>", 8),
        ("<p>감사합니다 고객님</p>", 2),
        ("<p></p>", 0),
    ],
)
def test_words_as_a_reader_counts_them(policy: Policy, body: str, words: int) -> None:
    """Marks do not part words, punctuation alone is none, and a placeholder is one."""
    assert measured(policy, body).words == words


def test_placeholders_count_at_their_longest(policy: Policy) -> None:
    """The value may be longer than the placeholder's name."""
    longest = policy.placeholders["product_name"].longest
    found = measured(policy, "<p>ab{{product_name}}</p>")

    assert found.characters == 2 + longest
    assert found.written == len("ab{{product_name}}")


def test_characters_outside_the_basic_plane_may_count_twice(policy: Policy) -> None:
    """The longest way of counting tells what is too long, the shortest what is so for sure."""
    found = measured(policy, "<p>" + "\U0001f600" * 1500 + "</p>", "api")

    assert (found.characters, found.most) == (1500, 3000)
    assert found.limit == 2000
    assert found.over == 1000
    assert not found.certain
    assert measured(policy, "<p>" + "x" * 2001 + "</p>", "api").certain


def test_no_known_limit_is_never_passed(policy: Policy) -> None:
    """An email has no limit that anybody states."""
    found = measured(policy, "<p>" + "word " * 4000 + "</p>")

    assert found.limit is None
    assert not found.over


def test_to_the_eye_a_link_has_no_address(policy: Policy) -> None:
    """What is hidden does not count, a placeholder does at its longest, an image and a break one."""
    longest = policy.placeholders["product_name"].longest
    seen = length_seen(
        read_html(
            '<p><a href="https://www.amazon.com/gp/help">help</a> {{product_name}}</p>'
            '<p>😊<br>x<span style="display:none">never seen</span></p>'
        ).document,
        policy,
    )

    assert seen.words == 3
    assert seen.characters == len("help \n") + longest + len("😊 x")
    assert seen.most == seen.characters + 1
    assert seen.limit is None

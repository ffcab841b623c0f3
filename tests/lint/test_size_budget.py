from dataclasses import replace

from composer.document.edits import apply
from composer.document.html.reader import read_html
from composer.lint.size_budget import merged, resized, size_budget, template_budget
from composer.policy import Policy
from composer.template import Template

MANY = (
    "<p>Normal words, many of them, so that they come first.</p>"
    '<p><span style="font-size:18px">Thank</span> <b style="font-size:18px">you</b> and '
    '<span style="font-size:13px">thirteen pixels here</span></p>'
    '<h2>Title, rather long</h2><p style="font-size:18px">so much</p>'
)


def test_sizes_are_told_from_the_most_used_to_the_least() -> None:
    """Each size comes with where it is used; neighbours that only a space parts are one range."""
    document = read_html(MANY).document
    budget = size_budget(document, 3)
    words = {use.size: [document.text[a:b] for a, b in use.ranges] for use in budget.uses}

    assert list(words) == [16.0, 13.0, 24.0, 18.0]
    assert words[18.0] == ["Thank you", "so much"]
    assert words[24.0] == ["Title, rather long"]
    assert [use.weight for use in budget.uses][1:] == [20, 18, 15]


def test_the_least_used_size_is_stray_and_merges_into_the_nearest() -> None:
    """Over the limit the least used size goes; the message's own size never does."""
    budget = size_budget(read_html(MANY).document, 3)

    assert budget.over
    assert [use.size for use in budget.stray] == [18.0]
    assert budget.kept == (13.0, 16.0, 24.0)
    assert budget.target(18.0) == 16.0
    assert budget.target(24.0) == 16.0
    assert budget.target(16.0) is None


def test_merging_leaves_one_size_less_and_the_words_as_they_are() -> None:
    """After merging the stray size the message is within its limit."""
    document = read_html(MANY).document
    budget = size_budget(document, 3)
    [stray] = budget.stray
    after = apply(document, merged(document, stray, 16.0))

    assert after.text == document.text
    assert [use.size for use in size_budget(after, 3).uses] == [16.0, 13.0, 24.0]
    assert "font-size" not in str(after.blocks[1].inlines[0].marks.style)


def test_normal_size_in_a_heading_is_written_out() -> None:
    """Where the surroundings have a size of their own, the normal one has to be said."""
    document = read_html("<h2>Title</h2><p>words</p>").document

    assert resized(document, 0, 5, 16.0).value == "16px"
    assert resized(document, 6, 11, 16.0).value is None


def test_hidden_and_blank_text_uses_no_size() -> None:
    """What a buyer does not see is not counted."""
    source = '<p>a<span style="font-size:9px"> </span><span style="display:none">b</span></p>'

    assert [use.size for use in size_budget(read_html(source).document, 3).uses] == [16.0]
    assert size_budget(read_html("").document, 3).uses == ()


def test_a_channel_of_plain_text_has_no_budget(policy: Policy) -> None:
    """A contact form sends no sizes; an email may use as many as the edition says."""
    template = Template(body=read_html(MANY).document, channel="email")
    budget = template_budget(template, policy)

    assert budget is not None
    assert budget.limit == policy.limits.font_sizes
    assert template_budget(replace(template, channel="contact-form"), policy) is None

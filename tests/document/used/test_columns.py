import pytest

from composer.document.html.reader import read_html
from composer.document.used import UsedBlock, single_columns, used_block

BARE = 'cellpadding="0" cellspacing="0"'


def last(html: str, *, among: bool) -> UsedBlock:
    """How the last block lies, with or without a look at the whole message."""
    document = read_html(html).document
    columns = single_columns(document) if among else None
    return used_block(document.blocks[-1], "en", columns)


@pytest.mark.parametrize(
    ("html", "left", "unknown"),
    [
        (f'<table {BARE} width="100%"><tr><td style="padding: 0 60px">x', 0.1, ()),
        (f'<table {BARE} width="300" align="center"><tr><td>x', 0.25, ()),
        (f'<table {BARE} width="100%"><tr><td>a<tr><td>x', 0.0, ()),
        (f'<table {BARE} width="100%"><tr><td>a<td>b<tr><td>x', 0.0, ("columns",)),
        (f"<table {BARE}><tr><td>x", 0.0, ("columns",)),
        (f'<table {BARE} style="max-width: 300px"><tr><td>x', 0.0, ("columns",)),
        (f'<table {BARE} width="90%" style="width: auto"><tr><td>x', 0.0, ("columns",)),
        (f'<table {BARE} width="100%"><tr><td width="100%">a<td>x', 0.0, ("columns",)),
    ],
)
def test_a_table_of_one_column(html: str, left: float, unknown: tuple[str, ...]) -> None:
    """Its cells are as wide as it says it is; without a look at the others nobody knows."""
    used = last(html, among=True)
    assert (used.inset_left, used.unknown) == (pytest.approx(left), unknown)
    assert "columns" in last(html, among=False).unknown


def test_a_box_wider_than_its_room() -> None:
    """What is around it may grow, so nobody knows where it ends."""
    html = '<div style="padding: 0 60px"><div style="width: 560px">x</div></div>'
    assert last(html, among=True).unknown == ("room",)
    assert last(html.replace("560", "480"), among=True).unknown == ()

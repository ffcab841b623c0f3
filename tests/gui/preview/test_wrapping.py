"""The preview breaks lines where a browser does that shows the exported file."""

import pytest

from composer import resources
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.preview.message import Mode, PreviewMessage
from composer.gui.preview.offscreen import OffscreenEngine

LINES = """((page) => {
  const lines = [];
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = page.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      lines.push([box.left, box.top, box.width, box.height].map((v) => Math.round(v * 8) / 8));
    }
  }
  return lines;
})"""
WIDTHS = {"desktop": 600, "phone": 375}


@pytest.mark.parametrize("language", ["en", "de", "ja", "ar"])
def test_each_line_is_where_the_exported_file_has_it(looker, language: str) -> None:
    """At both widths, in scripts that break lines by other rules, frame or not."""
    path = resources.path(f"starters/{language}/return-question.html")
    document = read_html(path.read_text("utf-8")).document
    direction = "rtl" if language == "ar" else "ltr"
    looker.pane.set_mode(Mode.BOTH)
    looker.show(
        PreviewMessage(
            html=write_html(document, lang=language, marked=True),
            text="",
            language=language,
            direction=direction,
        )
    )
    seen = {view: looker.ask(f"{LINES}(page({view!r}))") for view in WIDTHS}
    assert len(seen["phone"]) > len(seen["desktop"]) > 3
    with OffscreenEngine() as engine:
        for view, width in WIDTHS.items():
            exported = write_html(document, lang=language)
            engine.load(exported, width, language=language, direction=direction)
            assert seen[view] == engine.evaluate(f"{LINES}(document)")

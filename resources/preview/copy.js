// What is selected in a rendered message, as places of the document it was written from: words that
// were filled in for a placeholder are not the template's.
"use strict";
(() => {
  function holds(range, { node, text }) {
    if (!range.intersectsNode(node)) return false;
    if (node === range.startContainer && range.startOffset >= text.length) return false;
    return node !== range.endContainer || range.endOffset > 0;
  }

  const codePoints = (text) => [...text].length;

  // The first place and the one behind the last: {from, to}, each {block, offset}, or null.
  function selected(page) {
    const selection = page.getSelection();
    if (selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const pieces = permittedPlaces.of(page).filter((piece) => holds(range, piece));
    if (!pieces.length) return null;
    const first = pieces[0], last = pieces.at(-1);
    const into = (piece, index) => codePoints(piece.text.slice(0, index));
    const before = first.node === range.startContainer ? into(first, range.startOffset) : 0;
    const until = last.node === range.endContainer ? into(last, range.endOffset) : last.length;
    return {
      from: { block: first.block, offset: first.offset + before },
      to: { block: last.block, offset: last.offset + until },
    };
  }

  // The part of one line of text that is selected: [start, end], or null.
  function selectedIn(line) {
    const selection = line.ownerDocument.getSelection();
    if (selection.isCollapsed || !line.firstChild) return null;
    const range = selection.getRangeAt(0), words = line.firstChild;
    if (!range.intersectsNode(words)) return null;
    const start = words === range.startContainer ? range.startOffset : 0;
    const end = words === range.endContainer ? range.endOffset : words.length;
    return [start, end].map((index) => codePoints(words.data.slice(0, index)));
  }

  window.permittedCopy = { selected, selectedIn };
})();

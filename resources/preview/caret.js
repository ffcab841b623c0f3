// Where the caret of the editor stands in a rendered message, and the other way round.
"use strict";
(() => {
  // The place that was clicked: {block, offset, hit}, or null where the message has none. The caret
  // goes to `offset`; `hit` is where what stands under the pointer begins, -1 where nothing does.
  function placeOf(page, event) {
    if (event.button !== 0) return null;
    if (event.target.localName === "img") { // a click on it leaves words selected
      const place = permittedPlaces.at(page, event.target, 0);
      return place && { ...place, hit: place.offset };
    }
    if (!page.getSelection().isCollapsed) return null; // words are being copied
    const point = page.caretPositionFromPoint(event.clientX, event.clientY);
    if (!point) return null;
    const { offsetNode: node, offset } = point;
    if (node.nodeType === Node.TEXT_NODE) {
      const place = permittedPlaces.at(page, node, offset);
      return place && { ...place, hit: hitAt(page, node, offset, event) };
    }
    const place = permittedPlaces.at(page, node.childNodes[offset] ?? node, 0);
    return place && { ...place, hit: -1 };
  }

  // Where the character under the pointer begins: right or left of the caret it would put.
  function hitAt(page, node, offset, event) {
    const range = page.createRange();
    for (const start of [offset, offset - 1]) {
      if (start < 0 || start >= node.length) continue;
      range.setStart(node, start);
      range.setEnd(node, start + 1);
      const under = (box) => event.clientX >= box.left && event.clientX <= box.right
        && event.clientY >= box.top && event.clientY <= box.bottom;
      if ([...range.getClientRects()].some(under)) return permittedPlaces.at(page, node, start).offset;
    }
    return -1;
  }

  // The box of the line a place stands in; null where nothing shows it.
  function lineOf(page, block, offset) {
    const piece = permittedPlaces.piece(page, block, offset);
    if (!piece) return null;
    if (piece.node.nodeType !== Node.TEXT_NODE) return boxOf(piece.node);
    const before = [...piece.text].slice(0, offset - piece.offset).join("").length;
    const range = page.createRange();
    range.setStart(piece.node, Math.min(before, piece.text.length));
    range.setEnd(piece.node, Math.min(before + 1, piece.text.length));
    return range.getClientRects()[0] ?? boxOf(piece.node.parentElement);
  }

  function boxOf(element) {
    return element.getClientRects().length ? element.getBoundingClientRect() : null;
  }

  // Scrolls `view` only if what stands from `top` to `bottom` in it is out of sight; `above` px at
  // its top are covered.
  function reveal(view, above, top, bottom) {
    const shownFrom = view.scrollTop + above, shownTo = view.scrollTop + view.clientHeight;
    if (top >= shownFrom && bottom <= shownTo) return false;
    view.scrollTop = top - view.clientHeight / 3;
    return true;
  }

  window.permittedCaret = { placeOf, lineOf, reveal };
})();

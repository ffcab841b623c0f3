// Where the words of a rendered message stand in the document it was written from. Each block was
// written behind a comment, raw markup between two; offsets are code points of the block's text,
// in which an image, a placeholder and raw markup are one character, and a line break is one.
"use strict";
(() => {
  const BLOCK = "permitted-block";
  const RAW = "permitted-raw";
  const SHOWN = NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const codePoints = (text) => {
    let count = text.length;
    for (let i = 1; i < text.length; i++) {
      const low = text.charCodeAt(i), high = text.charCodeAt(i - 1);
      if (low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00) count--;
    }
    return count;
  };

  // A line end is the file's own, with the indentation after it: no text of a block holds one.
  function written(text) {
    const end = text.indexOf("\n");
    return end < 0 ? text : text.slice(0, end);
  }

  // The pieces of the message in reading order: text nodes, images, line breaks, raw markup.
  function of(page) {
    const pieces = [];
    // From the root: a comment before the first words is read as part of the head.
    const walker = page.createTreeWalker(page.documentElement, SHOWN);
    let block = -1, offset = 0, raw = false;
    const add = (node, length, text) => {
      pieces.push({ block, offset, length, node, text });
      offset += length;
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.COMMENT_NODE) {
        if (node.data === BLOCK) { block++; offset = 0; raw = false; }
        if (node.data === RAW && (raw = !raw)) add(node, 1, "");
      } else if (block < 0 || raw) {
        continue;
      } else if (node.nodeType === Node.TEXT_NODE) {
        const text = node.parentElement.localName === "style" ? "" : written(node.data);
        if (text) add(node, codePoints(text), text);
      } else if (node.localName === "img" || node.localName === "br") {
        add(node, 1, "");
      }
    }
    return pieces;
  }

  // The place at a point of the page, such as where it was clicked: {block, offset}, or null.
  function at(page, node, index) {
    let before = null;
    for (const piece of of(page)) {
      if (piece.node === node) {
        const text = piece.text.slice(0, index);
        return { block: piece.block, offset: piece.offset + codePoints(text) };
      }
      const order = piece.node.compareDocumentPosition(node);
      if (order & Node.DOCUMENT_POSITION_PRECEDING && !(order & Node.DOCUMENT_POSITION_CONTAINED_BY)) break;
      before = piece;
    }
    return before && { block: before.block, offset: before.offset + before.length };
  }

  // The piece of the page that shows a place; the nearest before it where nothing does.
  function piece(page, block, offset) {
    let found = null;
    for (const one of of(page)) {
      if (one.block > block || (one.block === block && found?.block === block && one.offset > offset)) break;
      found = one;
    }
    return found;
  }

  window.permittedPlaces = { of, at, piece };
})();

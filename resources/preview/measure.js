// What the browser made of a message: used styles of its words and images, how far they are set in
// and how wide they are, as fractions of the message width.
"use strict";
(() => {
  const TRANSPARENT = "rgba(0, 0, 0, 0)";
  const INLINE = new Set(["inline", "contents", "ruby", "ruby-base", "ruby-text"]);
  const SIDE_BY_SIDE = /^(inline-|flex|grid)/;

  // Elements that stand in a line as words do, even with a box of their own.
  const WORDS = new Set(["a", "abbr", "b", "cite", "code", "em", "font", "i", "s", "small", "span", "strong", "u"]);
  const SMALLEST = 1;
  const OWN_MARGIN = ":where(body:not([leftmargin], [rightmargin], [marginwidth])) { margin: 0 }";
  const number = (length) => parseFloat(length) || 0;

  // The margin that a browser gives every page is the mail program's, not the message's.
  function withoutPageMargin(page, measured) {
    const style = page.createElement("style");
    style.textContent = OWN_MARGIN;
    page.head.prepend(style);
    try {
      return measured();
    } finally {
      style.remove();
    }
  }

  // How far that margin sets the words in.
  function pageMargin(page) {
    const sides = () => {
      const { marginLeft, marginRight } = page.defaultView.getComputedStyle(page.body);
      return { left: number(marginLeft), right: number(marginRight) };
    };
    const shown = sides();
    const own = withoutPageMargin(page, sides);
    return { left: shown.left - own.left, right: shown.right - own.right };
  }

  // The box whose lines hold the element's words.
  function boxOf(element, view) {
    for (; element.parentElement; element = element.parentElement) {
      const { display } = view.getComputedStyle(element);
      const inLine = INLINE.has(display) || (display.startsWith("inline-") && WORDS.has(element.localName));
      if (!inLine) break;
    }
    return element;
  }

  // What lies behind the words: the nearest colour that is not see-through, or a picture.
  function backgroundOf(element, view) {
    for (let one = element; one; one = one.parentElement) {
      const style = view.getComputedStyle(one);
      if (style.backgroundImage !== "none") return "image";
      if (style.backgroundColor !== TRANSPARENT) return style.backgroundColor;
    }
    return "";
  }

  // Whether something else stands beside, or a table is only as wide as its words: what is left free
  // there is no margin.
  function hasNeighbours(element, view) {
    for (let one = element; one && one.localName !== "body"; one = one.parentElement) {
      const style = view.getComputedStyle(one);
      if (style.float !== "none" || SIDE_BY_SIDE.test(style.display)) return true;
      if (style.position === "absolute" || style.position === "fixed") return true;
      if (style.display === "table" && one.computedStyleMap().get("width").toString() === "auto") return true;
      if (style.display === "table-cell" && one.parentElement.children.length > 1) return true;
      const around = one.parentElement && view.getComputedStyle(one.parentElement).display;
      if (around && /flex|grid/.test(around)) return true;
    }
    return false;
  }

  function lines(element, view, sheet) {
    const box = boxOf(element, view);
    const style = view.getComputedStyle(box);
    const rect = box.getBoundingClientRect();
    const side = (name) => number(style["padding" + name]) + number(style[`border${name}Width`]);
    const share = style.textIndent.endsWith("%") ? box.clientWidth / 100 : 1;
    const indent = Math.max(0, number(style.textIndent) * share);
    const rightToLeft = style.direction === "rtl";
    return {
      align: style.textAlign,
      direction: style.direction,
      left: (rect.left - sheet.left + side("Left") + (rightToLeft ? 0 : indent)) / sheet.width,
      right: (sheet.right - rect.right + side("Right") + (rightToLeft ? indent : 0)) / sheet.width,
      beside: hasNeighbours(box, view),
    };
  }

  function lookOf(element, view) {
    const style = view.getComputedStyle(element);
    return {
      size: parseFloat(style.fontSize),
      family: style.fontFamily,
      weight: parseInt(style.fontWeight, 10),
      color: style.webkitTextFillColor,
      background: backgroundOf(element, view),
      lineHeight: style.lineHeight === "normal" ? null : parseFloat(style.lineHeight),
    };
  }

  // Whether the element or one around it lets nothing through.
  function isHidden(element, view, hidden) {
    if (!element) return false;
    if (!hidden.has(element)) {
      const style = view.getComputedStyle(element);
      const clips = /hidden|clip/.test(style.overflow) && style.display !== "inline"
        && (element.clientWidth === 0 || element.clientHeight === 0);
      hidden.set(element, style.opacity === "0" || clips || isHidden(element.parentElement, view, hidden));
    }
    return hidden.get(element);
  }

  function isSeen(element, view, rects, hidden) {
    const { visibility } = view.getComputedStyle(element);
    return rects.length > 0 && visibility === "visible" && !isHidden(element, view, hidden);
  }

  // The picture itself, without the frame around it.
  function widthOf(image, view) {
    const style = view.getComputedStyle(image);
    const frame = ["paddingLeft", "paddingRight", "borderLeftWidth", "borderRightWidth"];
    return frame.reduce((width, side) => width - number(style[side]), image.getBoundingClientRect().width);
  }

  // Whether an image is as wide as it will be: it has come, or the message says how wide it is.
  function isSized(image) {
    return image.naturalWidth > 0 || image.computedStyleMap().get("width").toString() !== "auto";
  }

  function rectsOf(page, piece) {
    if (piece.node.nodeType !== Node.TEXT_NODE) return [...piece.node.getClientRects()];
    const range = page.createRange();
    range.selectNodeContents(piece.node);
    return [...range.getClientRects()];
  }

  function described(page, piece, sheet, known, hidden) {
    const view = page.defaultView;
    const image = piece.node.localName === "img";
    const element = piece.node.nodeType === Node.TEXT_NODE ? piece.node.parentElement : piece.node;
    if (!known.has(element)) {
      known.set(element, { ...lookOf(element, view), ...lines(element, view, sheet) });
    }
    const { block, offset, length } = piece;
    const found = { block, offset, length, ...known.get(element) };
    found.seen = isSeen(element, view, rectsOf(page, piece), hidden) && (image || found.size > SMALLEST);
    if (image) {
      found.image = piece.node.getAttribute("src");
      found.share = isSized(piece.node) ? widthOf(piece.node, view) / sheet.width : null;
    }
    return found;
  }

  function measure(page) {
    return withoutPageMargin(page, () => {
      const sheet = page.documentElement.getBoundingClientRect();
      const known = new Map();
      const hidden = new Map();
      const pieces = window.permittedPlaces.of(page)
        .filter((piece) => piece.text.trim() || piece.node.localName === "img")
        .map((piece) => described(page, piece, sheet, known, hidden));
      return { width: sheet.width, pieces };
    });
  }

  measure.pageMargin = pageMargin;
  window.permittedMeasure = measure;
})();

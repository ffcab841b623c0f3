// What the browser made of a message: used styles of its words and images, how far they are set in
// and how wide they are, as fractions of the message width.
"use strict";
(() => {
  const TRANSPARENT = "rgba(0, 0, 0, 0)";
  const INLINE = new Set(["inline", "contents", "ruby", "ruby-base", "ruby-text"]);
  const SIDE_BY_SIDE = /^(inline-|flex|grid)/;

  // The margin that a browser gives every page is the mail program's, not the message's.
  function withoutPageMargin(page, measured) {
    const body = page.body;
    const before = body.getAttribute("style");
    if (marginIsSet(page)) return measured();
    body.style.setProperty("margin", "0", "important");
    try {
      return measured();
    } finally {
      if (before === null) body.removeAttribute("style");
      else body.setAttribute("style", before);
    }
  }

  function marginIsSet(page) {
    const body = page.body;
    const names = ["margin-left", "margin-right", "margin-top", "margin-inline-start", "margin-inline-end"];
    const sets = (style) => names.some((name) => style.getPropertyValue(name) !== "");
    if (sets(body.style)) return true;
    if (["leftmargin", "rightmargin", "marginwidth"].some((name) => body.hasAttribute(name))) return true;
    return [...page.styleSheets].some((sheet) => rulesOf(sheet).some((rule) =>
      rule.selectorText && body.matches(rule.selectorText) && sets(rule.style)));
  }

  function rulesOf(group) {
    return [...group.cssRules].flatMap((rule) => (rule.cssRules && !rule.selectorText ? rulesOf(rule) : [rule]));
  }

  function boxOf(element, view) {
    while (INLINE.has(view.getComputedStyle(element).display) && element.parentElement) {
      element = element.parentElement;
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

  function lines(element, page, view, width) {
    const box = boxOf(element, view);
    const style = view.getComputedStyle(box);
    const rect = box.getBoundingClientRect();
    const side = (name) => parseFloat(style["padding" + name]) + parseFloat(style[`border${name}Width`]);
    return {
      align: style.textAlign,
      direction: style.direction,
      left: (rect.left + side("Left")) / width,
      right: (width - rect.right + side("Right")) / width,
      beside: hasNeighbours(box, view),
    };
  }

  function lookOf(element, view) {
    const style = view.getComputedStyle(element);
    return {
      size: parseFloat(style.fontSize),
      family: style.fontFamily,
      weight: parseInt(style.fontWeight, 10),
      color: style.color,
      background: backgroundOf(element, view),
      lineHeight: style.lineHeight === "normal" ? null : parseFloat(style.lineHeight),
    };
  }

  function isSeen(element, view, rects) {
    const style = view.getComputedStyle(element);
    return rects.length > 0 && style.visibility === "visible" && style.opacity !== "0";
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

  function described(page, piece, width, known) {
    const view = page.defaultView;
    const image = piece.node.localName === "img";
    const element = piece.node.nodeType === Node.TEXT_NODE ? piece.node.parentElement : piece.node;
    if (!known.has(element)) {
      known.set(element, { ...lookOf(element, view), ...lines(element, page, view, width) });
    }
    const { block, offset, length } = piece;
    const found = { block, offset, length, ...known.get(element) };
    found.seen = isSeen(element, view, rectsOf(page, piece));
    if (image) {
      found.image = piece.node.getAttribute("src");
      found.share = isSized(piece.node) ? piece.node.getBoundingClientRect().width / width : null;
    }
    return found;
  }

  function measure(page) {
    return withoutPageMargin(page, () => {
      const width = page.documentElement.clientWidth;
      const known = new Map();
      const pieces = window.permittedPlaces.of(page)
        .filter((piece) => piece.text.trim() || piece.node.localName === "img")
        .map((piece) => described(page, piece, width, known));
      return { width, pieces };
    });
  }

  window.permittedMeasure = measure;
})();

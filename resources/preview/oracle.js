// The used values of a message as the engine has them, one piece for each text node and image.
(() => {
  const root = document.documentElement;
  // The margin that a browser gives every page is the mail program's, not the message's.
  const margin = document.createElement("style");
  margin.textContent = ":where(body) { margin: 0 }";
  document.head.prepend(margin);
  const frame = root.getBoundingClientRect();
  const width = frame.width;

  const styles = new Map();
  function styleOf(element) {
    let style = styles.get(element);
    if (!style) styles.set(element, (style = getComputedStyle(element)));
    return style;
  }

  const number = (value) => parseFloat(value) || 0;

  // The box whose lines hold the element's text; a box that stands in a line as a word does is part
  // of that line.
  const WORDS = new Set(["A", "ABBR", "B", "CITE", "CODE", "EM", "FONT", "I", "S", "SMALL", "SPAN", "STRONG", "U"]);
  const blocks = new Map();
  function blockOf(element) {
    let block = blocks.get(element);
    if (!block) {
      const display = styleOf(element).display;
      const flows = ["inline", "contents"].includes(display)
        || (display.startsWith("inline-") && WORDS.has(element.tagName));
      block = flows && element.parentElement ? blockOf(element.parentElement) : element;
      blocks.set(element, block);
    }
    return block;
  }

  const insets = new Map();
  function insetsOf(block) {
    let found = insets.get(block);
    if (found) return found;
    const style = styleOf(block);
    const box = block.getBoundingClientRect();
    const indent = style.textIndent.endsWith("%")
      ? number(style.textIndent) / 100 * block.clientWidth : number(style.textIndent);
    let left = box.left - frame.left + number(style.borderLeftWidth) + number(style.paddingLeft);
    let right = frame.right - box.right + number(style.borderRightWidth) + number(style.paddingRight);
    if (indent > 0 && style.direction === "rtl") right += indent;
    if (indent > 0 && style.direction !== "rtl") left += indent;
    found = { left: left / width, right: right / width };
    insets.set(block, found);
    return found;
  }

  const hiding = new Map();
  function isHidden(element) {
    let hidden = hiding.get(element);
    if (hidden !== undefined) return hidden;
    const style = styleOf(element);
    const clips = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    hidden = style.display === "none" || number(style.opacity) === 0
      || (clips && (element.clientWidth === 0 || element.clientHeight === 0) && style.display !== "inline")
      || (element.parentElement !== null && isHidden(element.parentElement));
    hiding.set(element, hidden);
    return hidden;
  }

  const backs = new Map();
  function backsOf(element) {
    let colors = backs.get(element);
    if (!colors) {
      const outer = element.parentElement ? backsOf(element.parentElement) : [];
      const own = styleOf(element).backgroundColor;
      colors = own === "rgba(0, 0, 0, 0)" ? outer : [...outer, own];
      backs.set(element, colors);
    }
    return colors;
  }

  const range = document.createRange();
  function textPiece(node) {
    const element = node.parentElement;
    const style = styleOf(element);
    const size = number(style.fontSize);
    range.selectNodeContents(node);
    const drawn = range.getClientRects().length > 0;
    const block = blockOf(element);
    return {
      text: node.data,
      seen: drawn && size > 1 && style.visibility === "visible" && !isHidden(element),
      conditional: dependsOnWindow(element),
      size,
      family: style.fontFamily,
      color: style.webkitTextFillColor,
      backgrounds: backsOf(element),
      lineHeight: style.lineHeight === "normal" ? null : number(style.lineHeight),
      align: styleOf(block).textAlign,
      direction: styleOf(block).direction,
      ...insetsOf(block),
    };
  }

  function imagePiece(element) {
    const style = styleOf(element);
    const around = ["paddingLeft", "paddingRight", "borderLeftWidth", "borderRightWidth"]
      .reduce((sum, name) => sum + number(style[name]), 0);
    return {
      image: element.getAttribute("alt") ?? "",
      seen: style.visibility === "visible" && !isHidden(element) && element.getClientRects().length > 0,
      conditional: dependsOnWindow(element),
      share: (element.getBoundingClientRect().width - around) / width,
    };
  }

  // Rules that hold here and need not hold in another window.
  const conditional = [];
  function collect(rules, within) {
    for (const rule of rules) {
      const media = rule instanceof CSSMediaRule;
      if (media && !matchMedia(rule.media.mediaText).matches) continue;
      if (rule.selectorText && within) conditional.push(rule.selectorText);
      if (rule.cssRules) collect(rule.cssRules, within || (media && /\(/.test(rule.media.mediaText)));
    }
  }
  for (const sheet of document.styleSheets) collect(sheet.cssRules, /\(/.test(sheet.media.mediaText));
  const conditions = conditional.join(", ");
  const dependsOnWindow = (element) => conditions !== "" && element.closest(conditions) !== null;

  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement.tagName !== "STYLE" && node.data.trim()) pieces.push(textPiece(node));
    } else if (node.tagName === "IMG") {
      pieces.push(imagePiece(node));
    }
  }
  return pieces;
})()

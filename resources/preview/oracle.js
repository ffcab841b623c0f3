// Lets measure.js measure any page, and adds what tells its pieces from those of another reading.
// Without the comments that our own writer leaves, every text node and image is a piece.
(() => {
  const SHOWN = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;

  function piecesOf(page) {
    const pieces = [];
    const walker = page.createTreeWalker(page.body, SHOWN);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.nodeType === Node.TEXT_NODE && node.parentElement.localName !== "style";
      if (!words && node.localName !== "img") continue;
      pieces.push({ block: -1, offset: 0, length: 0, node, text: words ? node.data : "" });
    }
    return pieces.filter((piece) => piece.text.trim() || piece.node.localName === "img");
  }

  // Selectors of the rules that hold here and need not hold in another window.
  function conditions() {
    const found = [];
    const depends = ({ media, conditionText }) => /\(/.test(media ? media.mediaText : conditionText ?? "");
    function collect(rules, within) {
      for (const rule of rules) {
        const media = rule instanceof CSSMediaRule ? rule.media : null;
        if (media && !matchMedia(media.mediaText).matches) continue;
        if (rule.selectorText && within) found.push(rule.selectorText);
        if (rule.cssRules) collect(rule.cssRules, within || depends(rule));
      }
    }
    for (const sheet of document.styleSheets) collect(sheet.cssRules, depends(sheet));
    return found.join(", ");
  }

  // The colours behind an element, the outermost first.
  const backgrounds = new Map();
  function backgroundsOf(element) {
    if (!element) return [];
    if (!backgrounds.has(element)) {
      const own = getComputedStyle(element).backgroundColor;
      const outer = backgroundsOf(element.parentElement);
      backgrounds.set(element, own === "rgba(0, 0, 0, 0)" ? outer : [...outer, own]);
    }
    return backgrounds.get(element);
  }

  const places = piecesOf(document);
  const selectors = conditions();
  window.permittedPlaces = { of: () => places };
  return window.permittedMeasure(document).pieces.map((piece, index) => {
    const { node, text } = places[index];
    const element = text ? node.parentElement : node;
    return {
      ...piece,
      text,
      alt: text ? "" : node.getAttribute("alt") ?? "",
      backgrounds: backgroundsOf(element),
      conditional: selectors !== "" && element.closest(selectors) !== null,
    };
  });
})()

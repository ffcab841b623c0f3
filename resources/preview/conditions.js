// What a mail program, or a buyer's eyes, may do to a message. Works on the document it is given,
// whether that stands in a frame or is the page itself, and can be undone without a trace.
"use strict";
(() => {
  const MISSING = "permitted-preview://message/missing";
  const LARGE_TEXT = 2;
  const NO_IMAGES = "* { background-image: none !important; list-style-image: none !important; }";
  // Lightness l in the dark, away from pure black and white, as mail programs have it.
  const PAPER = "0.96 - 0.78 * l", INK = "0.98 - 0.7 * l", INK_CHROMA = 0.85;
  const EDGES = ["top", "right", "bottom", "left"];

  // Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision
  // Deficiency, IEEE TVCG 15 (6), 2009, table 1, severity 1.0. No colour: luminance, ITU-R BT.709.
  const VISIONS = {
    protanopia: [
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
    ],
    deuteranopia: [
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
    ],
    tritanopia: [
      1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
    ],
    achromatopsia: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
  };

  const changes = new WeakMap(); // document -> what `undo` needs

  function begin(doc) {
    const change = { styles: new Map(), media: new Map() };
    changes.set(doc, change);
    const set = (element, property, value) => {
      if (!change.styles.has(element)) change.styles.set(element, element.getAttribute("style"));
      element.style.setProperty(property, value, "important");
    };
    return { set, media: change.media };
  }

  function undo(doc) {
    const change = changes.get(doc);
    if (!change) return;
    changes.delete(doc);
    for (const [element, style] of change.styles) {
      if (style === null) element.removeAttribute("style");
      else element.setAttribute("style", style);
    }
    for (const [media, text] of change.media) media.mediaText = text;
    const frame = doc.defaultView.frameElement;
    if (frame) frame.style.filter = "";
  }

  const styled = (doc) => [doc.body, ...doc.body.querySelectorAll("*:not(style)")];

  // Says to every style sheet that the reader prefers dark; the widths stand for yes and no.
  function preferDark(media, changed) {
    if (!media.mediaText.includes("prefers-color-scheme")) return;
    changed.set(media, media.mediaText);
    media.mediaText = media.mediaText
      .replace(/\(\s*prefers-color-scheme\s*(:\s*dark\s*)?\)/gi, "(min-width: 0px)")
      .replace(/\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi, "(max-width: 0px)");
  }

  function preferDarkIn(rules, changed) {
    for (const rule of rules) {
      if (rule.media) preferDark(rule.media, changed);
      if (rule.cssRules) preferDarkIn(rule.cssRules, changed);
    }
  }

  function turnDark(doc, { set, media }) {
    for (const sheet of doc.styleSheets) {
      preferDark(sheet.media, media);
      preferDarkIn(sheet.cssRules, media);
    }
    const root = doc.documentElement;
    const author = doc.defaultView.getComputedStyle(root).colorScheme;
    if (author === "normal" || author.includes("dark")) set(root, "color-scheme", "dark");
  }

  const isClear = (color) => /^rgba\(.*, 0\)$/.test(color) || color === "transparent";
  // Lightness turns round in a space that sees as eyes do; what is dark paper or light ink stays.
  const asPaper = (color) => `oklch(from ${color} min(l, calc(${PAPER})) c h)`;
  const asInk = (color) => `oklch(from ${color} max(l, calc(${INK})) calc(c * ${INK_CHROMA}) h)`;

  // Mail programs that force dark give words and paper other colours, and leave images alone.
  function forceDark(doc, { set }) {
    const view = doc.defaultView;
    const root = doc.documentElement;
    const wanted = [];
    for (const element of styled(doc)) {
      const style = view.getComputedStyle(element);
      wanted.push([element, "color", asInk(style.color)]);
      if (!isClear(style.backgroundColor)) {
        wanted.push([element, "background-color", asPaper(style.backgroundColor)]);
      }
      for (const edge of EDGES) {
        if (style.getPropertyValue(`border-${edge}-style`) === "none") continue;
        const color = style.getPropertyValue(`border-${edge}-color`);
        wanted.push([element, `border-${edge}-color`, asPaper(color)]);
      }
    }
    const colors = [root, doc.body].map((each) => view.getComputedStyle(each).backgroundColor);
    if (!isClear(colors[0])) wanted.push([root, "background-color", asPaper(colors[0])]);
    else if (isClear(colors[1])) wanted.push([root, "background-color", asPaper("white")]);
    for (const [element, property, value] of wanted) set(element, property, value);
  }

  function enlarge(doc, { set }) {
    const view = doc.defaultView;
    const sizes = styled(doc).map((element) => {
      const style = view.getComputedStyle(element);
      return [element, parseFloat(style.fontSize), parseFloat(style.lineHeight)];
    });
    for (const [element, size, line] of sizes) {
      set(element, "font-size", size * LARGE_TEXT + "px");
      if (!Number.isNaN(line)) set(element, "line-height", line * LARGE_TEXT + "px");
    }
  }

  function filterNode(doc, vision) {
    const id = "permitted-" + vision;
    const known = doc.getElementById(id);
    if (known) return known;
    const make = (name, attributes) => {
      const node = doc.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
      return node;
    };
    const m = VISIONS[vision];
    const rows = [0, 3, 6].map((at) => [...m.slice(at, at + 3), 0, 0].join(" "));
    const svg = make("svg", { width: 0, height: 0, style: "position: absolute" });
    const filter = make("filter", { id, x: 0, y: 0, width: "100%", height: "100%" });
    filter.append(make("feColorMatrix", { type: "matrix", values: [...rows, "0 0 0 1 0"].join(" ") }));
    svg.append(filter);
    doc.documentElement.append(svg);
    return filter;
  }

  function seeAs(doc, vision, { set }) {
    const frame = doc.defaultView.frameElement;
    const owner = frame ? frame.ownerDocument : doc;
    const filter = `url(#${filterNode(owner, vision).id})`;
    if (frame) frame.style.filter = filter;
    else set(doc.documentElement, "filter", filter);
  }

  window.permittedConditions = {
    // Before a document is shown, or at least before `apply`: leave its images out.
    prepare(doc, conditions) {
      if (conditions.images) return;
      for (const image of doc.querySelectorAll("img")) {
        if (image.getAttribute("src") !== MISSING) image.setAttribute("src", MISSING);
      }
      const style = doc.createElement("style");
      style.textContent = NO_IMAGES;
      doc.head.prepend(style);
    },
    // Everything else. Call `undo` before the document changes, and this again afterwards.
    apply(doc, conditions) {
      undo(doc);
      const change = begin(doc);
      if (conditions.scheme === "dark") turnDark(doc, change);
      if (conditions.largeText) enlarge(doc, change);
      if (conditions.scheme === "forced") forceDark(doc, change);
      if (conditions.vision !== "full") seeAs(doc, conditions.vision, change);
    },
    undo,
  };
})();

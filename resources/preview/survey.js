// The message in a frame nobody sees: as wide as the limits are meant for, whatever view, width or
// condition is on screen.
"use strict";
(() => {
  const MISSING = `<style>img[src="permitted-preview://message/missing"] { display: inline-block; }</style>`;
  const inert = document.implementation.createHTMLDocument("");
  let frame = null;

  function build() {
    frame = document.createElement("iframe");
    frame.sandbox = "allow-same-origin";
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    frame.style.cssText = "position: absolute; left: -20000px; top: 0; border: 0; height: 800px; color-scheme: light";
    document.body.append(frame);
    const page = frame.contentDocument;
    page.open();
    page.write("<!doctype html><html><head></head><body></body></html>");
    page.close();
  }

  function setAttributes(node, wanted) {
    for (const { name } of [...node.attributes]) node.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted)) node.setAttribute(name, value);
  }

  // Lays the message out; true once all its images are there to be measured.
  function show(message, width) {
    if (!frame) build();
    const page = frame.contentDocument;
    frame.style.width = width + "px";
    inert.documentElement.innerHTML = MISSING + message.html;
    setAttributes(page.documentElement, message.rootAttributes);
    setAttributes(page.body, message.bodyAttributes);
    page.head.replaceChildren(...inert.head.childNodes);
    page.body.replaceChildren(...inert.body.childNodes);
    return settled();
  }

  const settled = () => [...page().images].every((image) => image.complete);
  const page = () => frame.contentDocument;

  // What was measured, in little text: many words share a look, which is told once.
  function measure() {
    const { width, pieces } = window.permittedMeasure(page());
    const looks = new Map();
    const rows = pieces.map(({ block, offset, length, seen, image, share, ...look }) => {
      const key = JSON.stringify(look);
      if (!looks.has(key)) looks.set(key, looks.size);
      const row = [block, offset, length, looks.get(key), seen];
      return image === undefined ? row : [...row, share];
    });
    return `{"width": ${width}, "looks": [${[...looks.keys()].join()}], "rows": ${JSON.stringify(rows)}}`;
  }

  window.permittedSurvey = { show, settled, page, measure };
})();

// The message in a frame nobody sees: as wide as the limits are meant for, whatever view, width or
// condition is on screen.
"use strict";
(() => {
  const MISSING = `<style>img[src="permitted-preview://message/missing"] { display: inline-block; }</style>`;
  const inert = document.implementation.createHTMLDocument("");
  let frame = null;

  // Lays the message out; true once all its images are there to be measured.
  function show(message, width) {
    frame ??= permittedUnseen.frame(width);
    const page = frame.contentDocument;
    frame.style.width = width + "px";
    inert.documentElement.innerHTML = MISSING + message.html;
    permittedPatch.attributes(page.documentElement, message.rootAttributes);
    permittedPatch.attributes(page.body, message.bodyAttributes);
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

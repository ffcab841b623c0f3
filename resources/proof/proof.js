// Runs in an isolated world. A message is laid out in a window of its own width and then moved, as
// it stands, behind a shadow root of the page that is printed: its styles stay with it, the page's
// stay out, and its words break over pages like any others.
"use strict";
(() => {
  const HEIGHT = 800; // of the window, as media queries and vh see it
  const BLANK = "<!doctype html><html><head></head><body></body></html>";
  const RESET = ":host { all: initial; display: flow-root; width: WIDTHpx; overflow: clip; "
    + "font-family: Arial; color: black; background: BACKGROUND; outline: 1px solid #cfd4dc }";

  // The paper is wider than the window: what media queries ask is answered in the window.
  function answer(rules, view) {
    for (const rule of rules) {
      if (rule instanceof view.CSSMediaRule) {
        rule.media.mediaText = view.matchMedia(rule.media.mediaText).matches ? "all" : "not all";
      }
      if (rule.cssRules) answer(rule.cssRules, view);
    }
  }

  function answerAll(page, view) {
    for (const sheet of [...page.styleSheets]) {
      answer(sheet.cssRules, view);
      const matches = !sheet.media.mediaText || view.matchMedia(sheet.media.mediaText).matches;
      const text = [...sheet.cssRules].map((rule) => rule.cssText).join("\n");
      sheet.ownerNode.removeAttribute("media");
      sheet.ownerNode.textContent = matches ? text : "";
    }
  }

  const isClear = (color) => /^rgba\(.*, 0\)$/.test(color) || color === "transparent";

  // What lies behind the whole window: the root's own, or else the body's.
  function background(page, view) {
    const colors = [page.documentElement, page.body]
      .map((each) => view.getComputedStyle(each).backgroundColor);
    return colors.find((color) => !isClear(color)) ?? "white";
  }

  function setAttributes(node, wanted) {
    for (const [name, value] of Object.entries(wanted)) node.setAttribute(name, value);
  }

  function openWindow(message, width) {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.style.cssText = `position: absolute; visibility: hidden; border: 0; width: ${width}px; height: ${HEIGHT}px`;
    document.body.append(frame);
    const page = frame.contentDocument;
    page.open();
    page.write(BLANK);
    page.close();
    setAttributes(page.documentElement, message.root);
    setAttributes(page.body, message.body);
    page.body.innerHTML = message.html;
    return frame;
  }

  // Not decode(): a page that is nowhere on screen never gets to it. Printing decodes by itself.
  const arrived = (images) => Promise.all([...images].map((image) => image.complete || new Promise((done) => {
    for (const outcome of ["load", "error"]) image.addEventListener(outcome, done, { once: true });
  })));

  async function draw(host, message, width) {
    const frame = openWindow(message, width);
    const { contentDocument: page, contentWindow: view } = frame;
    await arrived(page.images);
    answerAll(page, view);
    const style = document.createElement("style");
    style.textContent = RESET.replace("WIDTH", width).replace("BACKGROUND", background(page, view));
    const root = host.attachShadow({ mode: "open" });
    root.append(style, document.importNode(page.documentElement, true));
    frame.remove();
    await arrived(root.querySelectorAll("img"));
  }

  // What is higher than any page would leave the one it starts on empty.
  function letBreak(height) {
    for (const section of document.querySelectorAll(".message")) {
      section.classList.toggle("long", section.getBoundingClientRect().height > height);
    }
  }

  window.permittedProof = {
    state: "",
    // `state` is "done" once every place has the message at its width, or says what went wrong;
    // `height` is that of a page, in px.
    show(message, widths, height) {
      const places = [...document.querySelectorAll("[data-message]")];
      Promise.all(widths.map((width, number) => draw(places[number], message, width)))
        .then(() => document.fonts.ready)
        .then(() => letBreak(height))
        .then(() => { this.state = "done"; }, (error) => { this.state = String(error); });
      return true;
    },
  };
})();

// Runs in an isolated world: page scripts are off, so timers and animation frames never fire here.
// Everything happens in the call or in an event listener.
"use strict";
(() => {
  const MINIMUM_HEIGHT = 160;
  const BLANK = "<!doctype html><html><head></head><body></body></html>";
  const BASE = `<style>
    img[src="permitted-preview://message/missing"] { display: inline-block; overflow: hidden; outline: 1px dashed #9aa0a8; outline-offset: -1px; background: #f3f4f6; color: #595f69; }
  </style>`;
  const inert = document.implementation.createHTMLDocument(""); // loads nothing while it parses
  const sheets = new Map();
  let scale = 1;
  let message = null;

  const attributesOf = (node) => [...node.attributes].map((a) => [a.name, a.value]);

  function setAttributes(node, wanted) {
    for (const [name] of attributesOf(node)) if (!(name in wanted)) node.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted)) {
      if (node.getAttribute(name) !== value) node.setAttribute(name, value);
    }
  }

  const alike = (a, b) => a.nodeType === Node.ELEMENT_NODE && b.nodeType === Node.ELEMENT_NODE
    && a.cloneNode(false).isEqualNode(b.cloneNode(false));

  // Replaces only the children that differ, so that images and selections elsewhere stay as they are.
  function patch(parent, wanted) {
    const old = [...parent.childNodes];
    const fresh = [...wanted.childNodes];
    let start = 0;
    while (start < old.length && start < fresh.length && old[start].isEqualNode(fresh[start])) start++;
    let tail = 0;
    const room = Math.min(old.length, fresh.length) - start;
    while (tail < room && old[old.length - 1 - tail].isEqualNode(fresh[fresh.length - 1 - tail])) tail++;
    const gone = old.slice(start, old.length - tail);
    const come = fresh.slice(start, fresh.length - tail);
    if (gone.length === 1 && come.length === 1 && alike(gone[0], come[0])) {
      patch(gone[0], come[0]);
      return;
    }
    const before = old[old.length - tail] ?? null;
    for (const node of gone) node.remove();
    for (const node of come) parent.insertBefore(node, before);
  }

  function fillFrame(sheet, frame) {
    const header = sheet.querySelector("header");
    header.dir = frame.direction;
    header.lang = frame.language;
    for (const name of ["from", "order-line", "product-line", "subject", "note"]) {
      header.querySelector("." + name).textContent = frame[name];
    }
  }

  function fillMessage(page) {
    inert.documentElement.innerHTML = BASE + message.html;
    setAttributes(page.documentElement, message.rootAttributes);
    setAttributes(page.body, message.bodyAttributes);
    patch(page.head, inert.head);
    patch(page.body, inert.body);
  }

  // The message is laid out in a window of its own width; only its height follows the content.
  function fitHeight(sheet) {
    const frame = sheet.querySelector("iframe");
    const root = frame.contentDocument.documentElement;
    let height = MINIMUM_HEIGHT;
    for (let pass = 0; pass < 2; pass++) {
      frame.style.height = height + "px";
      height = Math.max(height, root.scrollHeight);
    }
    frame.style.height = height + "px";
    sheet.style.minHeight = Math.ceil((frame.offsetTop + height + 12) * scale) + "px";
    sheet.style.setProperty("--message-top", frame.offsetTop * scale + "px");
  }

  function draw(view) {
    const sheet = sheets.get(view);
    if (!message || sheet.closest(".view").hidden) return;
    fillFrame(sheet, message.frame);
    fillMessage(sheet.querySelector("iframe").contentDocument);
    fitHeight(sheet);
  }

  function build(view) {
    const sheet = document.querySelector(`[data-view="${view}"] .sheet`);
    sheet.append(document.getElementById("sheet").content.cloneNode(true));
    const page = sheet.querySelector("iframe").contentDocument;
    page.open();
    page.write(BLANK);
    page.close();
    const settled = () => { fitHeight(sheet); };
    page.addEventListener("load", settled, true);
    page.addEventListener("error", settled, true);
    for (const type of ["click", "auxclick", "dragstart", "submit"]) {
      page.addEventListener(type, (event) => event.preventDefault(), true);
    }
    page.addEventListener("wheel", keepScale, { passive: false });
    sheets.set(view, sheet);
  }

  // The scale follows the width of the pane, never Ctrl and the wheel.
  function keepScale(event) {
    if (event.ctrlKey) event.preventDefault();
  }

  window.permittedPreview = {
    get message() { return message; },
    arrange(layout) {
      scale = layout.scale;
      const style = document.documentElement.style;
      style.setProperty("--scale", scale);
      for (const [name, value] of Object.entries(layout.colors)) style.setProperty("--" + name, value);
      for (const [view, sheet] of sheets) {
        const shown = layout.views.find((one) => one.name === view);
        const section = sheet.closest(".view");
        section.hidden = !shown;
        if (!shown) continue;
        section.querySelector(".caption").textContent = shown.caption;
        const full = shown.width + 2 * layout.padding;
        sheet.style.width = full * scale + "px";
        sheet.querySelector(".content").style.width = full + "px";
        sheet.querySelector("iframe").style.width = shown.width + "px";
        const guides = sheet.querySelector(".guides");
        guides.hidden = !layout.guides;
        // A line that words may cross would look like a limit of theirs.
        guides.classList.toggle("both", shown.guideLabels[1] !== "");
        guides.dir = layout.rightToLeft ? "rtl" : "ltr";
        guides.style.width = shown.width * scale + "px";
        guides.querySelector(".near").textContent = shown.guideLabels[0];
        guides.querySelector(".far").textContent = shown.guideLabels[1];
        draw(view);
      }
      return true;
    },
    show(next) {
      message = next;
      for (const view of sheets.keys()) draw(view);
      return true;
    },
  };

  document.addEventListener("wheel", keepScale, { passive: false });
  for (const section of document.querySelectorAll(".view")) build(section.dataset.view);
})();

// Runs in an isolated world: page scripts are off, so timers and animation frames never fire here.
// Everything happens in the call or in an event listener.
"use strict";
(() => {
  const MINIMUM_HEIGHT = 160;
  const BLANK = "<!doctype html><html><head></head><body></body></html>";
  // Chromium leaves out the last row of a letter that hangs into the next tile by less than a pixel:
  // a shadow that nobody sees makes it look there.
  const BASE = `<style>
    html { text-shadow: 0 1px transparent; }
    img[src="permitted-preview://message/missing"] { display: inline-block; overflow: hidden; outline: 1px dashed #9aa0a8; outline-offset: -1px; background: #f3f4f6; color: #595f69; }
  </style>`;
  const PLAIN = { scheme: "light", images: true, largeText: false, vision: "full" };
  const inert = document.implementation.createHTMLDocument(""); // loads nothing while it parses
  const sheets = new Map();
  const echoes = new Map(); // view -> where we scrolled it ourselves
  let layout = null;
  let scale = 1;
  let conditions = PLAIN;
  let message = null;
  let leader = null;
  let parsed = false; // whether `inert` holds the message, prepared

  const viewOf = (sheet) => sheet.closest(".view");
  const frameOf = (sheet) => sheet.querySelector("iframe");
  const isShown = (sheet) => !viewOf(sheet).hidden;

  // Calls a slot of the object that Qt registered for this world alone; no page script sees it.
  function tell(method, ...args) {
    qt.webChannelTransport.send(JSON.stringify({ type: 6, object: "preview", method, args, id: 0 }));
  }

  function fillFrame(sheet, frame) {
    const header = sheet.querySelector("header");
    header.dir = frame.direction;
    header.lang = frame.language;
    for (const name of ["from", "order-line", "product-line", "subject", "note"]) {
      header.querySelector("." + name).textContent = frame[name];
    }
    const note = header.querySelector(".note");
    note.lang = frame.noteLanguage;
    note.dir = frame.noteDirection;
  }

  // Parsed once, however many sheets there are and however often they are placed anew.
  function parse() {
    if (parsed) return;
    parsed = true;
    inert.documentElement.innerHTML = BASE + message.html;
    permittedConditions.prepare(inert, conditions);
  }

  function fillMessage(page) {
    parse();
    permittedConditions.undo(page);
    permittedPatch.attributes(page.documentElement, message.rootAttributes);
    permittedPatch.attributes(page.body, message.bodyAttributes);
    permittedPatch.children(page.head, inert.head);
    permittedPatch.children(page.body, inert.body);
    permittedConditions.apply(page, conditions);
  }

  // The message is laid out in a window of its own width; only its height follows the content.
  function fitHeight(sheet) {
    const frame = frameOf(sheet);
    const root = frame.contentDocument.documentElement;
    let height = MINIMUM_HEIGHT;
    for (let pass = 0; pass < 2; pass++) {
      frame.style.height = height + "px";
      height = Math.max(height, root.scrollHeight);
    }
    frame.style.height = height + "px";
    sheet.style.minHeight = Math.ceil((frame.offsetTop + height + layout.padding) * scale) + "px";
    sheet.style.setProperty("--message-top", frame.offsetTop * scale + "px");
    const layer = sheet.querySelector(".outlines");
    if (layout.guides && message) {
      placeGuides(sheet, permittedMeasure.pageMargin(frame.contentDocument));
      permittedOutlines.draw(layer, frame.contentDocument, layout);
    } else {
      layer.replaceChildren();
    }
  }

  // Shares are those of what lies within the page's own margin, as they are measured.
  function placeGuides(sheet, { left, right }) {
    const section = viewOf(sheet);
    const width = widthOf(section.dataset.view) - left - right;
    const guides = sheet.querySelector(".guides");
    for (const each of [guides, section.querySelector(".labels")]) each.style.width = width * scale + "px";
    guides.style.left = (layout.padding + left) * scale + "px";
    sheet.querySelector(".outlines").style.left = -left * scale + "px"; // on the page, margin and all
  }

  function draw(sheet) {
    if (!message || !isShown(sheet)) return;
    fillFrame(sheet, message.frame);
    fillMessage(frameOf(sheet).contentDocument);
    sheet.classList.toggle("dark", conditions.scheme !== "light");
    fitHeight(sheet);
  }

  function drawAll() {
    for (const sheet of sheets.values()) draw(sheet);
    if (leader) follow(leader);
  }

  function side(sheet) {
    const view = viewOf(sheet);
    const top = sheet.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop;
    return { view, frame: frameOf(sheet), top, scale };
  }

  function follow(sheet) {
    for (const other of sheets.values()) {
      if (other === sheet || !isShown(other) || !isShown(sheet)) continue;
      permittedLinked.follow(side(sheet), side(other));
      echoes.set(viewOf(other), viewOf(other).scrollTop);
    }
  }

  function onScroll(sheet) {
    const view = viewOf(sheet);
    const echo = echoes.get(view);
    echoes.delete(view);
    if (echo === view.scrollTop) return;
    leader = sheet;
    follow(sheet);
  }

  function build(section) {
    const sheet = section.querySelector(".sheet");
    sheet.append(document.getElementById("sheet").content.cloneNode(true));
    const page = frameOf(sheet).contentDocument;
    page.open();
    page.write(BLANK);
    page.close();
    const settled = () => { fitHeight(sheet); };
    page.addEventListener("load", settled, true);
    page.addEventListener("error", settled, true);
    for (const type of ["click", "auxclick", "dragstart", "submit"]) {
      page.addEventListener(type, (event) => event.preventDefault(), true);
    }
    page.addEventListener("click", (event) => {
      const place = permittedCaret.placeOf(page, event);
      if (place) tell("press", place.block, place.offset, place.hit);
    });
    page.addEventListener("copy", (event) => {
      const words = message?.copies && permittedCopy.selected(page);
      if (!words) return;
      event.preventDefault(); // with nothing set the engine leaves the clipboard to us
      tell("copy", message.serial, words.from.block, words.from.offset, words.to.block, words.to.offset);
    });
    page.addEventListener("wheel", keepScale, { passive: false });
    section.addEventListener("scroll", () => onScroll(sheet), { passive: true });
    permittedHandle.build(sheet, () => widthOf(section.dataset.view), () => scale,
      (width) => tell("widen", width));
    sheets.set(section.dataset.view, sheet);
  }

  const widthOf = (name) => layout.views.find((one) => one.name === name).width;

  // The scale follows the width of the pane, never Ctrl and the wheel.
  function keepScale(event) {
    if (event.ctrlKey) event.preventDefault();
  }

  function place(sheet, shown) {
    const section = viewOf(sheet);
    section.hidden = !shown;
    if (!shown) return;
    section.querySelector(".caption").textContent = shown.caption;
    section.querySelector(".handle").title = layout.edgeTip;
    const full = shown.width + 2 * layout.padding;
    section.style.flex = layout.stacked ? "1 1 0" : `${full} 0 ${layout.fixed}px`;
    sheet.style.width = full * scale + "px";
    sheet.querySelector(".content").style.width = full + "px";
    frameOf(sheet).style.width = shown.width + "px";
    const guides = sheet.querySelector(".guides");
    guides.hidden = !layout.guides;
    // A line that words may cross would look like a limit of theirs.
    guides.classList.toggle("both", shown.guideLabels[1] !== "");
    const labels = section.querySelector(".labels");
    labels.hidden = !layout.guides;
    for (const each of [guides, labels]) each.dir = layout.rightToLeft ? "rtl" : "ltr";
    placeGuides(sheet, { left: 0, right: 0 });
    labels.querySelector(".near").textContent = shown.guideLabels[0];
    labels.querySelector(".far").textContent = shown.guideLabels[1];
  }

  // Of what stands around the message only the subject can be selected.
  function copyAround(event) {
    for (const sheet of sheets.values()) {
      const words = message?.copies && permittedCopy.selectedIn(sheet.querySelector(".subject"));
      if (!words) continue;
      event.preventDefault();
      tell("copySubject", message.serial, ...words);
      return;
    }
  }

  window.permittedPreview = {
    get message() { return message; },
    arrange(next) {
      layout = next;
      scale = layout.scale;
      parsed &&= conditions.images === layout.conditions.images;
      conditions = layout.conditions;
      const style = document.documentElement.style;
      style.setProperty("--scale", scale);
      style.setProperty("--padding", layout.padding + "px");
      style.setProperty("--near", layout.limits.margin * 100 + "%");
      style.setProperty("--far", layout.far * 100 + "%");
      for (const [name, value] of Object.entries(layout.colors)) style.setProperty("--" + name, value);
      const stage = document.querySelector("main");
      stage.classList.toggle("beside", layout.views.length > 1 && !layout.stacked);
      stage.classList.toggle("stacked", layout.stacked);
      stage.classList.toggle("dark", layout.dark);
      for (const [view, sheet] of sheets) {
        place(sheet, layout.views.find((one) => one.name === view));
      }
      drawAll();
      return true;
    },
    // Keeps the words at a place in view, on the sheet that was scrolled last.
    reveal(block, offset) {
      const sheet = [leader, ...sheets.values()].find((one) => one && isShown(one));
      if (!sheet || !message) return false;
      const { view, frame, top } = side(sheet);
      const line = permittedCaret.lineOf(frame.contentDocument, block, offset);
      if (!line) return false;
      const from = top + (frame.offsetTop + line.top) * scale;
      const above = view.querySelector(".labels").offsetHeight;
      if (!permittedCaret.reveal(view, above, from, from + line.height * scale)) return false;
      follow(sheet);
      return true;
    },
    show(next) {
      message = next;
      parsed = false;
      drawAll();
      return true;
    },
  };

  qt.webChannelTransport.onmessage = () => {}; // what a slot returns
  document.addEventListener("wheel", keepScale, { passive: false });
  document.addEventListener("copy", copyAround);
  document.addEventListener("dragstart", (event) => event.preventDefault(), true);
  for (const section of document.querySelectorAll(".view")) build(section);
})();

// Runs axe-core on the message, laid out in a frame of its own that nobody sees: views, widths and
// conditions on screen do not matter, and the message never meets axe before axe is whole.
// Page scripts are off, so timers do not fire here; a message channel stands in for them.
"use strict";
(() => {
  const WIDTH = 600; // CSS px: the width that limits are meant for
  const LONGEST_DELAY = 1000; // ms; what takes longer waits for frames that never come
  // Beyond these a message would keep the preview waiting for too long.
  const MOST_ELEMENTS = 2500;
  const MOST_CHARACTERS = 200000;
  const MOST_CELLS = 40000; // axe sorts what it sees into cells
  const CELL = 200; // CSS px
  const MOST_FOUND = 300;
  const BLOCK = "permitted-block";

  let inside = null; // the window of the frame
  let run = 0;
  let result = null;

  // What a cancelled run has still to do is dropped.
  function later(call, delay, ...values) {
    if ((delay || 0) >= LONGEST_DELAY) return null;
    const timer = { live: true };
    const own = run;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      if (timer.live && own === run) call(...values);
    };
    channel.port2.postMessage(0);
    return timer;
  }

  function build(source) {
    const window = permittedUnseen.frame(WIDTH).contentWindow;
    window.setTimeout = later;
    window.clearTimeout = (timer) => { if (timer) timer.live = false; };
    window.requestAnimationFrame = (call) => later(() => call(performance.now()));
    window.eval(source);
    inside = window;
  }

  function empty() {
    const page = inside.document;
    page.replaceChild(page.createElement("html"), page.documentElement);
  }

  function fill(message) {
    const parsed = document.implementation.createHTMLDocument("");
    const root = parsed.documentElement;
    root.innerHTML = message.html;
    for (const [name, value] of Object.entries(message.rootAttributes)) root.setAttribute(name, value);
    for (const [name, value] of Object.entries(message.bodyAttributes)) parsed.body.setAttribute(name, value);
    const page = inside.document;
    page.replaceChild(page.importNode(root, true), page.documentElement);
    return page;
  }

  function isTooLarge(page) {
    const elements = page.getElementsByTagName("*");
    if (elements.length > MOST_ELEMENTS) return true;
    if (page.documentElement.textContent.length > MOST_CHARACTERS) return true;
    let cells = 0;
    for (const element of elements) {
      const box = element.getBoundingClientRect();
      const far = Math.max(...[box.left, box.top, box.right, box.bottom].map(Math.abs));
      cells += (box.width / CELL + 1) * (box.height / CELL + 1);
      if (cells > MOST_CELLS || far > MOST_CELLS * CELL) return true;
    }
    return false;
  }

  // The block an element without words belongs to: the first in it, else the last begun before it.
  function blockOf(page, element) {
    const marks = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
    let block = -1;
    while (marks.nextNode()) {
      if (marks.currentNode.data !== BLOCK) continue;
      const order = element.compareDocumentPosition(marks.currentNode);
      if (order & Node.DOCUMENT_POSITION_CONTAINED_BY) return block + 1;
      if (order & Node.DOCUMENT_POSITION_FOLLOWING) break;
      block++;
    }
    return block;
  }

  // Where an element stands in the message, as far as it is in one block; nothing there is all of it.
  function placeOf(page, element, pieces) {
    const own = pieces.filter((piece) => element.contains(piece.node));
    if (!own.length) return { block: blockOf(page, element), start: 0, end: 0 };
    const block = own[0].block;
    const last = own.findLast((piece) => piece.block === block);
    return { block, start: own[0].offset, end: last.offset + last.length };
  }

  function reasonOf(node) {
    const reasons = [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey);
    return reasons.find((reason) => typeof reason === "string") ?? "";
  }

  function foundIn(page, results) {
    const pieces = window.permittedPlaces.of(page);
    const found = [];
    for (const certain of [true, false]) {
      for (const { id, nodes } of certain ? results.violations : results.incomplete) {
        for (const node of nodes) {
          const place = placeOf(page, node.element, pieces);
          if (place.block >= 0) found.push({ check: id, certain, reason: reasonOf(node), ...place });
          if (found.length === MOST_FOUND) return found;
        }
      }
    }
    return found;
  }

  function end(own, outcome) {
    if (own !== run) return;
    result = JSON.stringify(outcome); // no other value comes through to the app
    empty();
  }

  function cancel() {
    run++;
    result = null;
    if (!inside) return;
    inside.axe.teardown();
    inside.axe._running = false;
    empty();
  }

  // Begins to audit `message` for the rules of axe with these ids; "absent" before `install`.
  function start(message, rules) {
    if (!inside) return "absent";
    cancel();
    const own = run;
    const page = fill(message);
    if (isTooLarge(page)) {
      end(own, { tooLarge: true });
      return "started";
    }
    const options = {
      runOnly: { type: "rule", values: rules }, resultTypes: ["violations", "incomplete"],
      elementRef: true, iframes: false, preload: false, selectors: false,
    };
    inside.axe.run(page, options)
      .then((results) => end(own, { found: foundIn(page, results) }))
      .catch((error) => end(own, { error: String(error) }));
    return "started";
  }

  window.permittedAudit = {
    install(source) {
      if (!inside) build(source);
      return true;
    },
    start,
    cancel,
    // The outcome as JSON, once; null while there is none.
    take() {
      const taken = result;
      result = null;
      return taken;
    },
    rules: () => inside.axe.getRules().map((rule) => rule.ruleId),
  };
})();

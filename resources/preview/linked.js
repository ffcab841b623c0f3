// Two sheets of one message scroll together: the words at the reading line stand level.
"use strict";
(() => {
  // Where to read moves down the window as the message goes by, so that both ends can be reached.
  const readingLine = (view) => {
    const way = view.scrollHeight - view.clientHeight;
    return way > 0 ? (view.scrollTop / way) * view.clientHeight : 0;
  };

  const topOf = (view, frame, node, scale) =>
    (frame.offsetTop + node.getBoundingClientRect().top) * scale;

  // Pairs of heights, here and there, of everything that both sheets show, rising in both.
  function steps(from, to) {
    const nodes = [from, to].map((side) => [...side.frame.contentDocument.body.querySelectorAll("*")]);
    const pairs = [[0, 0]];
    if (nodes[0].length === nodes[1].length) {
      nodes[0].forEach((node, at) => {
        const twin = nodes[1][at];
        if (!node.getClientRects().length || !twin.getClientRects().length) return;
        const pair = [from.top + topOf(from.view, from.frame, node, from.scale),
          to.top + topOf(to.view, to.frame, twin, to.scale)];
        const last = pairs[pairs.length - 1];
        if (pair[0] > last[0] && pair[1] >= last[1]) pairs.push(pair);
      });
    }
    pairs.push([Math.max(from.view.scrollHeight, pairs.at(-1)[0] + 1), to.view.scrollHeight]);
    return pairs;
  }

  function across(pairs, height) {
    const at = Math.max(1, pairs.findIndex(([here]) => here >= height));
    const [[a, c], [b, d]] = [pairs[at - 1], pairs[at]];
    return c + ((height - a) / (b - a)) * (d - c);
  }

  function follow(from, to) {
    const line = readingLine(from.view);
    to.view.scrollTop = across(steps(from, to), from.view.scrollTop + line) - line;
  }

  window.permittedLinked = { follow };
})();

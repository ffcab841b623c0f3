// Outlines around what is wider, or set in further, than permitted, each with its measured number.
"use strict";
(() => {
  const TOLERANCE = 0.005; // pixels are whole
  const AIR = 3; // CSS px

  function union(boxes) {
    const shown = boxes.filter((box) => box.width > 0);
    if (!shown.length) return null;
    const left = Math.min(...shown.map((box) => box.left));
    const top = Math.min(...shown.map((box) => box.top));
    const right = Math.max(...shown.map((box) => box.right));
    const bottom = Math.max(...shown.map((box) => box.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  function boxOf(page, node) {
    const range = page.createRange();
    range.selectNode(node);
    return union([...range.getClientRects()]);
  }

  // One link and nothing else: as narrow as its words, that is no margin.
  function isButton(words) {
    const link = words[0].parentElement.closest("a");
    return link && words.every((node) => link.contains(node));
  }

  // What crosses a limit: {kind, share, box}, in CSS px of the page.
  function crossing(page, limits) {
    const nodes = new Map(permittedPlaces.of(page).map((one) => [`${one.block}:${one.offset}`, one.node]));
    const images = [], blocks = new Map();
    for (const piece of permittedMeasure(page).pieces) {
      if (!piece.seen) continue;
      const node = nodes.get(`${piece.block}:${piece.offset}`);
      if (piece.image !== undefined) {
        if (piece.share > limits.image + TOLERANCE) images.push({ node, share: piece.share });
        continue;
      }
      const [side, share] = piece.left >= piece.right ? ["left", piece.left] : ["right", piece.right];
      if (piece.beside || share <= limits.margin + TOLERANCE) continue;
      const block = blocks.get(piece.block) ?? { kind: side, share, nodes: [] };
      block.nodes.push(node);
      blocks.set(piece.block, block);
    }
    for (const [index, { nodes: all }] of blocks) if (isButton(all)) blocks.delete(index);
    return [
      ...images.map(({ node, share }) => ({ kind: "image", share, box: boxOf(page, node) })),
      ...[...blocks.values()].map(({ kind, share, nodes: all }) =>
        ({ kind, share, box: union(all.map((node) => boxOf(page, node)).filter(Boolean)) })),
    ].filter((one) => one.box).map((one) => (one.kind === "image" ? one : { ...one, box: around(one.box) }));
  }

  // Words keep some air, so that the line does not run through them.
  function around({ left, top, width, height }) {
    return { left: left - AIR, top: top - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
  }

  function outline({ kind, share, box }, scale, language) {
    const mark = document.createElement("div");
    mark.className = "outline " + kind;
    for (const name of ["left", "top", "width", "height"]) mark.style[name] = box[name] * scale + "px";
    const number = document.createElement("span");
    number.textContent = share.toLocaleString(language, { style: "percent" });
    mark.append(number);
    return mark;
  }

  function draw(layer, page, { limits, scale, language }) {
    layer.replaceChildren(...crossing(page, limits).map((one) => outline(one, scale, language)));
  }

  window.permittedOutlines = { draw };
})();

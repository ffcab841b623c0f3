// Brings a document up to date with another one, leaving alone what did not change, and the other.
"use strict";
(() => {
  const attributesOf = (node) => [...node.attributes].map((a) => [a.name, a.value]);

  const alike = (a, b) => a.nodeType === Node.ELEMENT_NODE && b.nodeType === Node.ELEMENT_NODE
    && a.cloneNode(false).isEqualNode(b.cloneNode(false));

  // Replaces only the children that differ, so that images and selections elsewhere stay as they are.
  function children(parent, wanted) {
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
      children(gone[0], come[0]);
      return;
    }
    const before = old[old.length - tail] ?? null;
    for (const node of gone) node.remove();
    for (const node of come) parent.insertBefore(parent.ownerDocument.importNode(node, true), before);
  }

  function attributes(node, wanted) {
    for (const [name] of attributesOf(node)) if (!(name in wanted)) node.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted)) {
      if (node.getAttribute(name) !== value) node.setAttribute(name, value);
    }
  }

  window.permittedPatch = { children, attributes };
})();

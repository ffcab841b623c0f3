// The edge of a sheet, to be drawn to another width.
"use strict";
(() => {
  // `widthNow` and `scaleNow` give what holds when the drag begins; `widened` gets CSS px.
  function build(sheet, widthNow, scaleNow, widened) {
    const handle = sheet.querySelector(".handle");
    let held = null;
    handle.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      held = { x: event.clientX, width: widthNow(), scale: scaleNow() };
      handle.setPointerCapture(event.pointerId);
      handle.classList.add("held");
      event.preventDefault();
    });
    handle.addEventListener("pointermove", (event) => {
      // The sheet stands in the middle, so its edge goes half as far as its width grows.
      if (held) widened(Math.round(held.width + (2 * (event.clientX - held.x)) / held.scale));
    });
    for (const type of ["pointerup", "pointercancel"]) {
      handle.addEventListener(type, () => {
        held = null;
        handle.classList.remove("held");
      });
    }
  }

  window.permittedHandle = { build };
})();

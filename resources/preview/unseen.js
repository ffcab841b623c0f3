// Frames in which a message is laid out where nobody sees it, whatever is on screen.
"use strict";
(() => {
  const BLANK = "<!doctype html><html><head></head><body></body></html>";

  // A new frame that is `width` CSS px wide, with an empty page in it.
  function frame(width) {
    const made = document.createElement("iframe");
    made.sandbox = "allow-same-origin";
    made.tabIndex = -1;
    made.setAttribute("aria-hidden", "true");
    made.style.cssText = `position: absolute; left: -20000px; top: 0; border: 0; width: ${width}px; height: 800px; color-scheme: light`;
    document.body.append(made);
    made.contentDocument.open();
    made.contentDocument.write(BLANK);
    made.contentDocument.close();
    return made;
  }

  window.permittedUnseen = { frame };
})();

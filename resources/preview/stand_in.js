// Makes a page ready to be measured: the message as wide as asked in a window that may be wider, and
// for every image that is not loaded a picture of one pixel, so that it is laid out as an image and
// not as its alternative text.
((width) => {
  const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  const root = document.documentElement.style;
  for (const name of ["width", "min-width", "max-width"]) root.setProperty(name, width + "px", "important");
  for (const image of document.images) {
    if (image.naturalWidth === 0) image.src = PIXEL;
  }
  return true;
})
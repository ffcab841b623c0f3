// Gives every image that is not loaded a picture of one pixel, so that it is laid out as an image
// and not as its alternative text.
(() => {
  const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  for (const image of document.images) {
    if (image.naturalWidth === 0) image.src = PIXEL;
  }
  return true;
})()

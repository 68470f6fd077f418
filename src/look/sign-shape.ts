/** The sign, on a square of 24: a ring, and the one key that hangs from it. */
export const signBox = "0 0 24 24";
/** Drawn in strokes: the ring, the key's stem, its two teeth. */
export const signPath =
  "M12 1.75a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 0 1 0-9.5ZM12 13V22.5M12 21.5h4.5M12 17.75h3.25";
export const signStroke = 2;
/** Filled: the head of the key, where it holds on to the ring. */
export const signHead = "M12 8.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7Z";

/** The sign in white on a tile, for the browser's tab: readable at 16 px on light and dark tabs. */
export const faviconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 30 30"><rect x="-3" y="-3" width="30" height="30" rx="7" fill="#0b5460"/><path d="${signPath}" fill="none" stroke="#fff" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round"/><path d="${signHead}" fill="#fff"/></svg>`;

/** The sign, on a square of 24: a small ring and the one key that hangs from it. Drawn in strokes. */
export const signBox = "0 0 24 24";
export const signStroke = 2.25;
/** The ring, then the key: its head, its stem, its two teeth. */
export const signPath =
  "M12 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 0 1 0-8.8ZM12 10.4V22.4M12 21.3h4.6M12 16.6h3.4";

/** The sign in white on a tile, for the browser's tab: readable at 16 px on light and dark tabs. */
export const faviconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><rect x="-4" y="-4" width="32" height="32" rx="7" fill="#0b5460"/><path d="${signPath}" fill="none" stroke="#fff" stroke-width="2.75" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

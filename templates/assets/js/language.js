// The language a reader chose, remembered in the browser. Where storage is refused, nothing is remembered.
const KEY = "polydoc-language";

/** @param {string} tag */
export function remember(tag) {
  try {
    localStorage.setItem(KEY, tag);
  } catch {}
}

export function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

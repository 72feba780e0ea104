// What the browser keeps of a reader's choices. Where storage is refused, nothing is kept, and nothing fails.

/** The language that was chosen last. */
export const LANGUAGE = "polydoc-language";

/** @param {string} key */
export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps a value; `null` forgets it.
 * @param {string} key
 * @param {string | null} value
 */
export function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

/**
 * A list of texts, newest first; whatever else is kept there counts as nothing.
 * @param {string} key
 * @returns {string[]}
 */
export function keptList(key) {
  try {
    const list = JSON.parse(kept(key) ?? "[]");
    return Array.isArray(list) ? list.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

/**
 * Puts a text at the head of a list.
 * @param {string} key
 * @param {string} text
 * @param {number} most how many are kept
 */
export function keepFirst(key, text, most) {
  keep(key, JSON.stringify([text, ...keptList(key).filter((other) => other !== text)].slice(0, most)));
}

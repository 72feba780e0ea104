// On every page: remembers the language chosen in a list of languages, closes the switcher as menus are closed, and starts
// the search box when somebody wants to search.
import { remember } from "./language.js";

const OPEN = /** @type {"details"} */ (".languages details[open]");

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const link = target.closest(/** @type {"a"} */ (".languages a[hreflang], .choose a[hreflang]"));
  if (link) remember(link.hreflang);
  for (const open of document.querySelectorAll(OPEN)) {
    if (!open.contains(target)) open.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(OPEN);
  if (open) {
    open.open = false;
    open.querySelector("summary")?.focus();
  }
  if (!event.defaultPrevented && isShortcut(event)) {
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input.search-field"));
    const field = [...fields].find((field) => field.checkVisibility?.() ?? true);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  }
});

/**
 * `/` outside of fields, Ctrl+K and Cmd+K everywhere.
 * @param {KeyboardEvent} event
 */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }) {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k";
  const writes = target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  return key === "/" && !writes;
}

/** @param {EventTarget | null} target */
async function search(target) {
  const form = target instanceof Element && target.closest(/** @type {"form"} */ ("form.search"));
  if (!form) return;
  // All at once: each would be found only when the one before has come.
  const [{ start }] = await Promise.all([
    import("./search-box.js"),
    import("./search-answers.js"),
    import("./search-engine.js"),
  ]);
  start(form);
}

document.addEventListener("focusin", ({ target }) => search(target));
// A module may come after the first touch of the field.
search(document.activeElement);

// On every page: remembers the language chosen in a list of languages, and closes the switcher as menus are closed.
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

document.addEventListener("keydown", ({ key }) => {
  const open = key === "Escape" && document.querySelector(OPEN);
  if (open) {
    open.open = false;
    open.querySelector("summary")?.focus();
  }
});

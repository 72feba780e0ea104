// On every page: remembers the language chosen in a list of languages, and closes the switcher as menus are closed.
import { remember } from "./language.js";

document.addEventListener("click", ({ target }) => {
  const link = target.closest?.(".languages a[hreflang], .choose a[hreflang]");
  if (link) remember(link.hreflang);
  for (const open of document.querySelectorAll(".languages details[open]")) {
    if (!open.contains(target)) open.open = false;
  }
});

document.addEventListener("keydown", ({ key }) => {
  const open = key === "Escape" && document.querySelector(".languages details[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

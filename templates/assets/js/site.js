// On every page: remembers the language chosen in a list of languages, closes the switcher as menus are closed, keeps the
// choice of light or dark, marks the heading being read, copies code and addresses, and starts what few pages have when it is
// wanted: the search box, tabs, pictures and videos.
import { LANGUAGE, keep } from "./storage.js";

const OPEN = /** @type {"details"} */ (".languages details[open]");

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const link = target.closest(/** @type {"a"} */ (".languages a[hreflang], .choose a[hreflang]"));
  if (link) keep(LANGUAGE, link.hreflang);
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

/** Light, dark, or neither: as `scheme.js` found it, and as it is chosen. */
for (const select of document.querySelectorAll(/** @type {"select"} */ (".scheme select"))) {
  const root = document.documentElement;
  select.value = root.dataset.scheme ?? "auto";
  select.addEventListener("change", () => {
    const { value } = select;
    if (value === "auto") delete root.dataset.scheme;
    else root.dataset.scheme = value;
    keep("polydoc-scheme", value === "auto" ? null : value);
  });
}

// Beside the text, the page's headings are always in sight, and the one being read is marked.
const contents = document.querySelector(/** @type {"details"} */ (".contents details"));
if (contents) {
  const wide = matchMedia("(min-width: 78rem)");
  const follow = () => (contents.open = wide.matches);
  wide.addEventListener("change", follow);
  if (wide.matches) follow();
  const links = [...contents.querySelectorAll("a")];
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    const line = innerHeight / 4;
    const bottom = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight && scrollY > 0;
    const read = bottom ? targets.length - 1 : targets.filter((target) => target && target.getBoundingClientRect().top <= line).length - 1;
    links.forEach((link, at) => {
      if (at === read) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    // The list scrolls by itself; the page must not.
    const box = contents.parentElement;
    const link = links[read];
    if (!link || !box || !wide.matches) return;
    const [top, end] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
    if (top.bottom > end.bottom || top.top < end.top) box.scrollTop += top.top - end.top - box.clientHeight / 2;
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  soon();
}

/**
 * Puts a text on the clipboard and says so for a moment.
 * @param {Element} button
 * @param {string} text
 */
async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  const words = button.querySelector("span");
  const before = words?.textContent ?? "";
  if (button.classList.contains("done")) return;
  button.classList.add("done");
  if (words && button instanceof HTMLElement) words.textContent = button.dataset.done ?? before;
  setTimeout(() => {
    button.classList.remove("done");
    if (words) words.textContent = before;
  }, 2000);
}

document.addEventListener("click", (event) => {
  const { target } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const button = target.closest(".copy");
  if (button) copy(button, button.parentElement?.querySelector("code")?.textContent ?? "").catch(() => {});
  const anchor = target.closest(/** @type {"a"} */ ("a.anchor"));
  if (anchor) copy(anchor, anchor.href).catch(() => {});
  const shown = target.closest(/** @type {"a"} */ ("a.zoom, a[data-embed]"));
  if (shown) {
    event.preventDefault();
    import("./media.js").then(({ show }) => show(shown));
  }
});

const filter = document.querySelector(/** @type {"input"} */ ("input.navigation-filter"));
filter?.addEventListener("focus", () => import("./navigation.js").then(({ start }) => start(filter)), { once: true });

if (document.querySelector(".tabs, .pivots")) import("./tabs.js").then(({ start }) => start());

document.addEventListener("focusin", ({ target }) => search(target));
// A module may come after the first touch of the field.
search(document.activeElement);

// Tabs, and the parts of an article that hold for one choice only (`?pivots=`, `?view=`, `?tabs=`). Choices hold for all tabs of the same
// name on all pages. Without this script everything is shown, one below the other.

import { keepFirst, keptList } from "./storage.js";

/** How many choices are remembered. */
const MOST = 20;

/**
 * What the address asks for goes before what was chosen earlier.
 * @param {string} word
 */
function wishes(word) {
  const asked = new URL(location.href).searchParams.get(word) ?? "";
  return [...asked.split(","), ...keptList(`polydoc-${word}`)].filter(Boolean);
}

/** The names in an attribute. @param {string | undefined} text */
const names = (text) => (text ?? "").split(" ").filter(Boolean);

/** Whether two tabs answer to a common name. @param {string} one @param {string} other */
const agree = (one, other) => names(one).some((name) => names(other).includes(name));

/** @typedef {{ tabs: { name: string, button: HTMLButtonElement, panels: HTMLElement[] }[] }} Group */

/** @type {Group[]} */
const groups = [];

/**
 * Shows one tab of a group; panels that depend on another choice follow it.
 * @param {Group} group
 * @param {string} name
 */
function choose({ tabs }, name) {
  // Of the choices that others depend on, the newest counts; before there is any, the tab that stands chosen.
  const when = [...wishes("tabs"), ...groups.map(({ tabs }) => tabs.find(({ button }) => button.tabIndex === 0)?.name ?? "")];
  for (const tab of tabs) {
    const chosen = tab.name === name;
    tab.button.setAttribute("aria-selected", String(chosen));
    tab.button.tabIndex = chosen ? 0 : -1;
    const meant = when.find((name) => tab.panels.some((panel) => names(panel.dataset.tabWhen).includes(name)));
    const fits = tab.panels.find((panel) => meant && names(panel.dataset.tabWhen).includes(meant)) ?? tab.panels[0];
    for (const panel of tab.panels) {
      panel.hidden = !chosen || panel !== fits;
      panel.classList.toggle("chosen", !panel.hidden);
    }
  }
}

/** @param {HTMLElement} element */
function prepare(element) {
  const number = groups.length;
  const list = document.createElement("div");
  list.className = "tab-list";
  list.setAttribute("role", "tablist");
  /** @type {Group} */
  const group = { tabs: [] };
  for (const panel of element.querySelectorAll(/** @type {"section"} */ (":scope > .tab"))) {
    const name = panel.dataset.tab ?? "";
    let tab = group.tabs.find((tab) => tab.name === name);
    if (!tab) {
      const button = document.createElement("button");
      button.type = "button";
      button.id = `tab-${number}-${group.tabs.length}`;
      button.setAttribute("role", "tab");
      button.textContent = panel.querySelector(":scope > .tab-title")?.textContent ?? name;
      tab = { name, button, panels: [] };
      group.tabs.push(tab);
      list.append(button);
    }
    panel.id ||= `tab-panel-${number}-${group.tabs.indexOf(tab)}-${tab.panels.length}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.button.id);
    panel.tabIndex = 0;
    if (!tab.panels.length) tab.button.setAttribute("aria-controls", panel.id);
    tab.panels.push(panel);
  }
  if (!group.tabs.length) return;
  list.addEventListener("click", ({ target }) => {
    const tab = group.tabs.find(({ button }) => button === target);
    if (!tab) return;
    // What is clicked stays where it is, whatever the other groups of the page do above it.
    const before = tab.button.getBoundingClientRect().top;
    for (const name of names(tab.name).reverse()) keepFirst("polydoc-tabs", name, MOST);
    for (const other of groups) {
      const alike = other.tabs.find(({ name }) => agree(name, tab.name));
      const chosen = other.tabs.find(({ button }) => button.tabIndex === 0);
      // Those that have no such tab may have panels that depend on it.
      if (alike ?? chosen) choose(other, (alike ?? chosen)?.name ?? "");
    }
    scrollBy({ top: tab.button.getBoundingClientRect().top - before, behavior: "instant" });
  });
  list.addEventListener("keydown", (event) => {
    const rtl = getComputedStyle(list).direction === "rtl";
    const at = group.tabs.findIndex(({ button }) => button === event.target);
    /** @type {Record<string, number>} */
    const steps = { ArrowRight: rtl ? at - 1 : at + 1, ArrowLeft: rtl ? at + 1 : at - 1, Home: 0, End: -1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const tab = group.tabs.at(steps[event.key] % group.tabs.length);
    tab?.button.focus();
    tab?.button.click();
  });
  element.prepend(list);
  groups.push(group);
  const wish = wishes("tabs").map((wish) => group.tabs.find((tab) => agree(tab.name, wish))).find(Boolean);
  choose(group, (wish ?? group.tabs[0]).name);
}

/**
 * Shows the zones that hold for what is chosen above the article.
 * @param {HTMLElement} nav
 * @param {"pivot" | "view"} kind
 */
function picker(nav, kind) {
  const word = kind === "view" ? "view" : "pivots";
  const attribute = kind === "view" ? "data-monikers" : "data-pivot";
  const links = [...nav.querySelectorAll(/** @type {"a"} */ (`a[data-${kind}]`))];
  const names = links.map((link) => link.dataset[kind] ?? "");
  /** @param {string} chosen */
  const show = (chosen) => {
    for (const link of links) {
      if (link.dataset[kind] === chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    for (const zone of document.querySelectorAll(/** @type {"div"} */ (`.zone[${attribute}]`))) {
      const written = (zone.getAttribute(attribute) ?? "").split(/[\s,]+/);
      const own = written.filter((name) => names.includes(name));
      // A part for versions that cannot be chosen is for none of those that can.
      if (own.length || kind === "view") zone.hidden = !own.includes(chosen);
    }
  };
  nav.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(/** @type {"a"} */ (`a[data-${kind}]`));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const name = link.dataset[kind] ?? "";
    keepFirst(`polydoc-${word}`, name, MOST);
    const address = new URL(location.href);
    address.searchParams.set(word, name);
    history.replaceState(null, "", address);
    show(name);
  });
  const wish = wishes(word).find((name) => names.includes(name)) ?? names[0];
  if (wish !== undefined) show(wish);
}

export function start() {
  for (const element of document.querySelectorAll(/** @type {"div"} */ (".tabs"))) prepare(element);
  for (const nav of document.querySelectorAll(/** @type {"nav"} */ (".pivots"))) {
    picker(nav, nav.classList.contains("views") ? "view" : "pivot");
  }
}

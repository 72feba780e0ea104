// Tabs, and the parts of an article that hold for one choice only (`?pivots=`, `?tabs=`). Choices hold for all tabs of the same
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

/** @typedef {{ tabs: { name: string, button: HTMLButtonElement, panels: HTMLElement[] }[] }} Group */

/** @type {Group[]} */
const groups = [];

/**
 * Shows one tab of a group; panels that depend on another choice follow it.
 * @param {Group} group
 * @param {string} name
 */
function choose({ tabs }, name) {
  const when = wishes("tabs");
  for (const tab of tabs) {
    const chosen = tab.name === name;
    tab.button.setAttribute("aria-selected", String(chosen));
    tab.button.tabIndex = chosen ? 0 : -1;
    const fits = tab.panels.find((panel) => when.includes(panel.dataset.tabWhen ?? "")) ?? tab.panels[0];
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
    keepFirst("polydoc-tabs", tab.name, MOST);
    for (const other of groups) if (other.tabs.some(({ name }) => name === tab.name)) choose(other, tab.name);
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
  const wish = wishes("tabs").find((name) => group.tabs.some((tab) => tab.name === name));
  choose(group, wish ?? group.tabs[0].name);
}

/** Shows the zones that hold for what is chosen above the article. */
function pivots() {
  for (const nav of document.querySelectorAll(/** @type {"nav"} */ (".pivots"))) {
    const links = [...nav.querySelectorAll(/** @type {"a"} */ ("a[data-pivot]"))];
    const names = links.map((link) => link.dataset.pivot ?? "");
    /** @param {string} chosen */
    const show = (chosen) => {
      for (const link of links) {
        if (link.dataset.pivot === chosen) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      for (const zone of document.querySelectorAll(/** @type {"div"} */ (".zone[data-pivot]"))) {
        const own = (zone.dataset.pivot ?? "").split(/[\s,]+/).filter((name) => names.includes(name));
        if (own.length) zone.hidden = !own.includes(chosen);
      }
    };
    nav.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest(/** @type {"a"} */ ("a[data-pivot]"));
      if (!link) return;
      event.preventDefault();
      const { pivot = "" } = link.dataset;
      keepFirst("polydoc-pivots", pivot, MOST);
      history.replaceState(null, "", link.href);
      show(pivot);
    });
    const wish = wishes("pivots").find((name) => names.includes(name)) ?? names[0];
    if (wish !== undefined) show(wish);
  }
}

export function start() {
  for (const element of document.querySelectorAll(/** @type {"div"} */ (".tabs"))) prepare(element);
  pivots();
}

// The page of search results. What is searched stands in its address (`?q=words&f.ms.service=value`), so that it can be
// linked to, opened directly, and walked back to.
import { drawn, element, elsewhere, engine, forget, keep, languageName, linkOf, nothing, recent, resultsAddress, words } from "./search-answers.js";

/** @typedef {import("./search-answers.js").Answer} Answer */
/** @typedef {import("./search-answers.js").Words} Words */

/** How many results are shown at first, and how many more each time. */
const STEP = 20;
/** How many values of a filter are shown at first. */
const MOST_VALUES = 8;
/** How long to wait for the next letter, and after which time slowness is said, in milliseconds. */
const PAUSE = 150;
const SLOW = 700;
/** In front of a filter's key in the address. */
const FILTER = "f.";

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.results-form"));
const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const place = /** @type {HTMLElement} */ (document.querySelector(".results"));
const title = document.title;

const note = element("p", { class: "results-note", role: "status" });
const action = element("p", { class: "results-action", hidden: "" });
const filters = element("details", { class: "filters", hidden: "" });
const list = element("ol", { class: "result-list" });
const more = element("button", { type: "button", class: "button", hidden: "" });
place.append(note, action, element("div", { class: "results-body" }, filters, element("div", {}, list, more)));
filters.open = matchMedia("(min-width: 60rem)").matches;

/** What the address asks for. */
function asked() {
  const parameters = new URLSearchParams(location.search);
  // Without a prototype: anybody can write any key into an address.
  /** @type {Record<string, string[]>} */
  const chosen = Object.create(null);
  for (const [key, value] of parameters) {
    if (key.startsWith(FILTER)) (chosen[key.slice(FILTER.length)] ??= []).push(value);
  }
  return { query: (parameters.get("q") ?? "").trim(), chosen };
}

/**
 * @param {string} query
 * @param {Record<string, string[]>} chosen
 */
function address(query, chosen) {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  for (const [key, values] of Object.entries(chosen)) {
    for (const value of values) parameters.append(FILTER + key, value);
  }
  const search = parameters.toString();
  return location.pathname + (search && `?${search}`);
}

let control = new AbortController();
let shown = STEP;
/** Groups of filters that show all their values. @type {Set<string>} */
const whole = new Set();

/** Shows what the address asks for. */
async function show() {
  control.abort();
  control = new AbortController();
  const { signal } = control;
  const { query, chosen } = asked();
  document.title = query ? `${query} – ${title}` : title;
  for (const link of document.querySelectorAll(/** @type {"a"} */ (".languages a[hreflang]"))) {
    link.href = query ? resultsAddress(link.href, query) : link.href.replace(/\?.*$/, "");
  }
  const slow = setTimeout(async () => {
    const say = await words(form).catch(() => null);
    if (say && !signal.aborted) note.replaceChildren(...say.nodes("loading"));
  }, SLOW);
  try {
    if (!query) return before(await words(form));
    const [say, index] = await Promise.all([words(form), engine()]);
    const known = Object.entries(chosen).filter(([key]) => index.facets.includes(key));
    const answer = await index.search(query, { limit: shown, filters: Object.fromEntries(known), signal });
    if (signal.aborted) return;
    draw(say, query, chosen, answer);
    const other = known.length ? null : await elsewhere(say, query, answer.total, signal);
    if (signal.aborted || !other) return;
    const { tag, name, url } = other.other;
    const link = element("a", { href: resultsAddress(url, query), hreflang: tag });
    link.append(...say.nodes("other-language", { count: other.count, language: languageName(tag, name) }));
    act(link);
  } catch (error) {
    if (!signal.aborted) fail();
  } finally {
    clearTimeout(slow);
  }
}

/** @param {Node[]} nodes */
function act(...nodes) {
  action.replaceChildren(...nodes);
  action.hidden = !nodes.length;
}

/**
 * @param {Words} say
 * @param {string} query
 * @param {Record<string, string[]>} chosen
 * @param {Answer} answer
 */
function draw(say, query, chosen, answer) {
  const { total, results, corrected, facets } = answer;
  act();
  if (!total) note.replaceChildren(...nothing(say, query));
  else if (corrected) note.replaceChildren(...say.nodes("corrected", { query: corrected }), " · ", ...say.nodes("count", { count: total }));
  else note.replaceChildren(...say.nodes("count", { count: total }));
  const texts = drawn(results);
  list.replaceChildren(...results.map((result, at) => element("li", {}, element("a", { ...linkOf(result), class: "result" }, ...texts[at]))));
  more.replaceChildren(...say.nodes("more"));
  more.hidden = results.length >= total;
  drawFilters(say, query, chosen, facets);
}

/**
 * @param {Words} say
 * @param {string} query
 * @param {Record<string, string[]>} chosen
 * @param {Answer["facets"]} facets
 */
function drawFilters(say, query, chosen, facets) {
  const focused = document.activeElement?.id;
  const parts = Object.entries(facets).map(([key, found]) => {
    const own = chosen[key] ?? [];
    const lost = own.filter((value) => !found.some((other) => other.value === value));
    const values = [...found, ...lost.map((value) => ({ value, count: 0 }))];
    // One value that all results have would narrow nothing.
    if (values.length < 2 && !own.length) return null;
    const visible = whole.has(key) ? values : values.filter(({ value }, at) => at < MOST_VALUES || own.includes(value));
    const rows = visible.map(({ value, count }, at) => {
      const box = element("input", { type: "checkbox", id: `filter-${id(key)}-${at}` });
      box.checked = own.includes(value);
      box.addEventListener("change", () => {
        const others = own.filter((other) => other !== value);
        go(query, { ...chosen, [key]: box.checked ? [...others, value] : others });
      });
      const name = called(say, `value-${id(key)}-${id(value)}`, value);
      const number = element("span", { class: "filter-count" }, say.numbers.format(count));
      return element("label", {}, box, element("bdi", {}, name), number);
    });
    const group = element("fieldset", {}, element("legend", {}, called(say, `filter-${id(key)}`, key)), ...rows);
    if (visible.length < values.length) {
      const all = element("button", { type: "button", class: "link" }, ...say.nodes("filters-all"));
      all.addEventListener("click", () => {
        whole.add(key);
        drawFilters(say, query, chosen, facets);
        document.getElementById(`filter-${id(key)}-${MOST_VALUES}`)?.focus();
      });
      group.append(all);
    }
    return group;
  });
  const groups = parts.filter((part) => part !== null);
  const summary = element("summary", {}, ...say.nodes("filters"));
  filters.replaceChildren(summary, ...groups);
  if (Object.values(chosen).some((values) => values.length)) {
    const clear = element("button", { type: "button", class: "link" }, ...say.nodes("filters-clear"));
    clear.addEventListener("click", () => {
      go(query, {});
      summary.focus();
    });
    filters.append(clear);
  }
  filters.hidden = !groups.length;
  // A box keeps the focus although it was drawn anew.
  if (focused && focused !== field.id) document.getElementById(focused)?.focus();
}

/**
 * A key or value as a part of the id of a message.
 * @param {string} text
 */
const id = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/**
 * What the words call a key or value; itself when they do not know it.
 * @param {Words} say
 * @param {string} message
 * @param {string} text
 */
const called = (say, message, text) => (say.has(message) ? say.text(message) : text);

/**
 * Before anything is asked: what to do, and the searches made before.
 * @param {Words} say
 */
function before(say) {
  const queries = recent();
  filters.hidden = true;
  more.hidden = true;
  note.replaceChildren(...say.nodes(queries.length ? "recent" : "prompt"));
  const link = (/** @type {string} */ query) => element("a", { href: address(query, {}) }, element("bdi", {}, query));
  list.replaceChildren(...queries.map((query) => element("li", {}, link(query))));
  act();
  if (!queries.length) return;
  const clear = element("button", { type: "button", class: "link" }, ...say.nodes("recent-clear"));
  clear.addEventListener("click", () => {
    forget();
    field.focus();
    show();
  });
  act(clear);
}

async function fail() {
  const say = await words(form).catch(() => null);
  // Without words there is nothing to say, but there is the browser's own way to try again.
  if (!say) return;
  note.replaceChildren(...say.nodes("failed"));
  const retry = element("button", { type: "button", class: "button" }, ...say.nodes("retry"));
  retry.addEventListener("click", show);
  act(retry);
}

/**
 * Another set of results: a step that the browser's Back undoes.
 * @param {string} query
 * @param {Record<string, string[]>} chosen
 */
function go(query, chosen) {
  history.pushState(null, "", address(query, chosen));
  shown = STEP;
  show();
}

let typing = 0;
function typed() {
  const { query, chosen } = asked();
  const now = field.value.trim();
  if (now === query) return;
  history.replaceState(null, "", address(now, chosen));
  shown = STEP;
  show();
}

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(typed, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  keep(field.value.trim());
  typed();
});
list.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a.result")) keep(asked().query);
});
more.addEventListener("click", () => {
  shown += STEP;
  show();
});
addEventListener("popstate", () => {
  field.value = asked().query;
  show();
});

field.value = asked().query;
if (!field.value) field.focus();
show();

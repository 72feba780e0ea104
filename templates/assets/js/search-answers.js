// What the search box and the page of results share: words, asking, the searches made before, and how a result is drawn.
// Whatever comes from articles or readers becomes text, never markup.
import { open } from "./search-engine.js";
import * as storage from "./storage.js";

/** @typedef {import("./search-engine.js").Answer} Answer */
/** @typedef {import("./search-engine.js").Engine} Engine */
/** @typedef {import("./search-engine.js").Result} Result */
/** @typedef {import("./search-engine.js").SearchOptions} SearchOptions */
/** @typedef {string | { rules: string, forms: Record<string, string> }} Message */
/** @typedef {{ tag: string, name: string, dir: string, url: string, index: string }} Other */
/** @typedef {Record<string, string | number>} Arguments */

const { lang } = document.documentElement;

/**
 * An element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The words of the page's language, and the languages that can be searched besides. */
export class Words {
  /** @param {{ words: Record<string, Message>, others: Other[] }} file */
  constructor({ words, others }) {
    this.words = words;
    this.others = others;
    this.numbers = new Intl.NumberFormat(lang);
  }

  /** @param {string} id */
  has(id) {
    return Object.hasOwn(this.words, id);
  }

  /**
   * A message in pieces: text, and its arguments, isolated so that they keep their own direction.
   * @param {string} id
   * @param {Arguments} [given]
   * @returns {(Node | string)[]}
   */
  nodes(id, given = {}) {
    const pieces = this.pattern(id, given).split(/\uE000(\w+)\uE001/);
    return pieces.map((piece, at) => {
      if (at % 2 === 0) return piece;
      const value = given[piece];
      return typeof value === "number" ? this.numbers.format(value) : element("bdi", {}, value ?? "");
    });
  }

  /**
   * The same as text.
   * @param {string} id
   * @param {Arguments} [given]
   */
  text(id, given) {
    const isolated = (/** @type {Node} */ node) => `\u2068${node.textContent}\u2069`;
    const pieces = this.nodes(id, given).map((piece) => (typeof piece === "string" ? piece : isolated(piece)));
    return pieces.join("");
  }

  /**
   * @param {string} id
   * @param {Arguments} given
   */
  pattern(id, given) {
    const message = this.words[id] ?? "";
    if (typeof message === "string") return message;
    const { rules, forms } = message;
    const count = Number(given.count);
    return forms[count] ?? forms[new Intl.PluralRules(rules).select(count)] ?? forms.other ?? "";
  }
}

/**
 * What is said when nothing was found.
 * @param {Words} say
 * @param {string} query
 * @returns {(Node | string)[]}
 */
export const nothing = (say, query) => [...say.nodes("none", { query }), " ", element("span", { class: "search-hint" }, ...say.nodes("none-hint"))];

/** @type {Map<string, Promise<any>>} */
const loading = new Map();

/**
 * What was loaded once is kept; what failed is tried again the next time.
 * @template T
 * @param {string} address
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
function once(address, load) {
  let promise = loading.get(address);
  if (!promise) {
    promise = load();
    loading.set(address, promise);
    promise.catch(() => loading.delete(address));
  }
  return promise;
}

/**
 * The words that a form names.
 * @param {HTMLFormElement} form
 */
export function words(form) {
  const address = form.dataset.words ?? "";
  return once(address, async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return new Words(await answer.json());
  });
}

/** The index of the page's language. @returns {Promise<Engine>} */
export function engine() {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=search-index]"));
  return opened(link?.href ?? "");
}

/** @param {string} address */
const opened = (address) => once(address, () => open(address));

/** With fewer results than this, another language is offered. */
const FEW = 3;

/**
 * The first of the other languages that has more results than were found here.
 * @param {Words} words
 * @param {string} query
 * @param {number} found
 * @param {AbortSignal} signal
 * @returns {Promise<{ other: Other, count: number } | null>}
 */
export async function elsewhere({ others }, query, found, signal) {
  if (found >= FEW) return null;
  for (const other of others) {
    try {
      const { total } = await (await opened(other.index)).search(query, { limit: 1, includeFallback: false, signal });
      if (total > found) return { other, count: total };
    } catch (error) {
      if (signal.aborted) throw error;
      // A language that cannot be asked is not offered.
    }
  }
  return null;
}

/**
 * What another language is called in that of the page.
 * @param {string} tag
 * @param {string} own Its own name, where browsers do not know it.
 */
export function languageName(tag, own) {
  try {
    const { language } = new Intl.Locale(tag);
    return new Intl.DisplayNames(lang, { type: "language", fallback: "none" }).of(language) ?? own;
  } catch {
    return own;
  }
}

/**
 * A page of results with a query in its address.
 * @param {string} url
 * @param {string} query
 */
export function resultsAddress(url, query) {
  const address = new URL(url, location.href);
  address.searchParams.set("q", query);
  return address.href;
}

// The searches made before, newest first: kept in this browser only, by language.
const RECENT = `polydoc-searches-${lang}`;
const MOST_RECENT = 5;

export const recent = () => storage.keptList(RECENT).slice(0, MOST_RECENT);

/** @param {string} query */
export function keep(query) {
  if (query) storage.keepFirst(RECENT, query, MOST_RECENT);
}

export const forget = () => storage.keep(RECENT, null);

/**
 * A text with its marked words; each is isolated, so that it cannot turn its surroundings around.
 * @param {string} name
 * @param {import("./search-engine.js").Piece[]} pieces
 */
function marked(name, pieces) {
  const children = pieces.map(({ text, mark }) => (mark ? element("mark", { dir: "auto" }, text) : text));
  return element("span", { class: name, dir: "auto" }, ...children);
}

/**
 * The last name in an address: what tells pages apart that have one title and lie in one folder.
 * @param {string} url
 */
function nameOf(url) {
  const name = url.replace(/[?#].*$/, "").replace(/\/(index\.html)?$/, "").split("/").pop() ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** @param {string} url */
const pageOf = (url) => url.replace(/#.*$/, "");

/**
 * What to write into the links of some results, in their order. Results with the title of another page say where they lie,
 * and those that lie there too, their name.
 * @param {Result[]} results
 * @returns {Node[][]}
 */
export function drawn(results) {
  return results.map((result) => {
    const { url, title, section, path, excerpt } = result;
    const language = foreign(result);
    const alike = results.filter((other) => other.title === title && pageOf(other.url) !== pageOf(url));
    const place = [path, alike.some((other) => other.path === path) ? nameOf(url) : ""].filter(Boolean);
    const parts = [element("span", { class: "result-title" }, element("bdi", {}, title))];
    if (section && section !== title) parts.push(element("span", { class: "result-section" }, element("bdi", {}, section)));
    if (place.length || language) {
      const line = element("span", { class: "result-place" });
      if (language) line.append(element("span", { class: "result-language" }, language));
      if (place.length) line.append(element("bdi", {}, place.join(" › ")));
      parts.push(line);
    }
    if (excerpt.length) parts.push(marked("result-text", excerpt));
    return parts;
  });
}

/**
 * The name of a result's language, when it is not the page's.
 * @param {Result} result
 */
function foreign(result) {
  const base = (/** @type {string} */ tag) => tag.split("-")[0].toLowerCase();
  return base(result.lang) === base(lang) ? "" : languageName(result.lang, result.lang);
}

/**
 * The attributes of a result's link: where it leads, and its language where that is another.
 * @param {Result} result
 * @returns {Record<string, string>}
 */
export const linkOf = (result) => (result.lang === lang ? { href: result.url } : { href: result.url, lang: result.lang });

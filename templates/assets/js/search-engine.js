// @ts-check
// The search engine: asks the index of one language. No user interface; the same in browsers and in Node (20 or later).
// The index is described in the manual, `reference/search-index`; the ranking is that of `polydoc search`, to the last tie.

import { IndexError, TEXT_SHIFT, inflate, inflateWith, readDictionary, readFacet, readManifest, readPostings, readTexts } from './search-index.js';
import { excerpt } from './search-excerpt.js';
import { lookUp, longer, parse } from './search-lookup.js';
import { linesOf, standsIn } from './search-phrase.js';
import { rank } from './search-rank.js';
import { fold } from './search-words.js';

/**
 * How to ask.
 * @typedef {object} SearchOptions
 * @property {number} [limit] How many results at most; 10 when not given.
 * @property {number} [offset] How many results to leave out before the first; 0 when not given.
 * @property {Record<string, string[]>} [filters] Values by key: a result has one of the values of every key.
 * @property {boolean} [includeFallback] Whether pages that show an article in another language count; true when not given.
 * @property {AbortSignal} [signal] Ends the search; the promise is then rejected with its reason.
 */

/**
 * A piece of text; `mark` says whether it is a word that was searched.
 * @typedef {{text: string, mark: boolean}} Piece
 */

/**
 * A section of a page.
 * @typedef {object} Result
 * @property {string} url The page's address with the base path in front, and `#anchor` at its end when the section has one.
 * @property {string} title The page's title.
 * @property {string} section The section's heading; empty for the beginning of a page.
 * @property {string} anchor The section's anchor, not percent-encoded; empty for the beginning of a page.
 * @property {string} path Where the page lies, to tell equal titles apart: the titles of the folders above it, `›` between them.
 * @property {Piece[]} excerpt What the section says around the words.
 * @property {string} lang The language of title and text (BCP 47).
 * @property {'ltr' | 'rtl'} dir The direction of title and text.
 * @property {Record<string, string[]>} metadata The values of the configured facets.
 * @property {number} score What the order is made of; a whole number, comparable within one answer only.
 */

/**
 * What was found.
 * @typedef {object} Answer
 * @property {number} total How many results there are in all; at most, where pages must be read to tell whether they hold a phrase.
 * @property {Result[]} results Those asked for, best first.
 * @property {Record<string, {value: string, count: number}[]>} facets For each configured key its values in all results, most
 *   frequent first.
 * @property {string | null} corrected What was searched instead, when words were read as misspelt.
 */

/**
 * An opened index.
 * @typedef {object} Engine
 * @property {(query: string, options?: SearchOptions) => Promise<Answer>} search Asks. `"a phrase"`, `-word` and `key:value` are
 *   understood; the last word counts as unfinished unless a blank follows it.
 * @property {(prefix: string, limit?: number) => Promise<string[]>} suggest Words of the index that begin so, most frequent first.
 * @property {string[]} facets The keys that can be filtered by.
 * @property {number} documents How many sections the index holds.
 */

/** For each result that is asked for, as many pages are read to see whether they hold a phrase. */
const MOST_READ = 5;

/** The files of an index, each fetched once. */
class Files {
  /**
   * @param {URL} url
   * @param {typeof fetch} fetcher
   */
  constructor(url, fetcher) {
    this.url = url;
    this.fetch = fetcher;
    /** @type {Map<string, Promise<any>>} */
    this.open = new Map();
  }

  /** @param {RequestCache} cache */
  async readManifest(cache) {
    this.manifest = readManifest(await inflate(await this.bytes(this.url, cache)));
    this.open.clear();
  }

  /**
   * @param {URL} url
   * @param {RequestCache} [cache]
   */
  async bytes(url, cache = 'default') {
    const response = await this.fetch(url, { cache });
    if (!response.ok) throw new IndexError(`${url.pathname} cannot be had: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /**
   * What a file holds, read once.
   * @template T
   * @param {string} name
   * @param {(bytes: Uint8Array) => T | Promise<T>} read
   * @returns {Promise<T>}
   */
  file(name, read) {
    let opened = this.open.get(name);
    if (!opened) {
      opened = this.bytes(new URL(name, this.url)).then(read);
      // What failed is tried again when it is asked for again.
      opened.catch(() => this.open.delete(name));
      this.open.set(name, opened);
    }
    return opened;
  }

  get known() {
    if (!this.manifest) throw new IndexError('the search index is not open');
    return this.manifest;
  }

  /** @param {number} at */
  dictionary(at) {
    return this.file(this.known.dictionary[at].name, async (bytes) => readDictionary(await inflate(bytes)));
  }

  /** @param {number} at */
  postings(at) {
    const { bits } = this.known;
    return this.file(this.known.postings[at].name, async (bytes) => readPostings(await inflate(bytes), bits));
  }

  facets() {
    const { bits, facets } = this.known;
    return Promise.all(facets.map(async ({ key, name }) => {
      const values = await this.file(name, async (bytes) => readFacet(await inflate(bytes), bits));
      return { key, values };
    }));
  }

  /**
   * The lines of a page; nothing when it cannot be had.
   * @param {string} url
   * @returns {Promise<string[] | null>}
   */
  page(url) {
    const read = async () => {
      const response = await this.fetch(new URL(url, this.url));
      return response.ok ? linesOf(await response.text()) : null;
    };
    const opened = this.open.get(url) ?? read().catch(() => null);
    this.open.set(url, opened);
    return opened;
  }

  /** @param {number} number */
  async shown(number) {
    const block = number >> TEXT_SHIFT;
    const name = this.known.texts.get(block);
    if (!name) throw new IndexError('a text is missing');
    const [sample, bytes] = await Promise.all([
      this.file(this.known.sample, (bytes) => inflate(bytes)),
      this.file(name, (bytes) => bytes),
    ]);
    const texts = await this.file(`${name}#${block}`, async () => readTexts(await inflateWith(sample, bytes), block));
    const shown = texts.get(number);
    if (!shown) throw new IndexError('a text is missing');
    return shown;
  }
}

/**
 * Leaves out documents whose pages do not hold a phrase of which the index does not know all places, until there are as many
 * as are asked for. Pages that cannot be had are believed.
 * @param {Files} files
 * @param {import('./search-lookup.js').Sought} sought
 * @param {ReturnType<typeof rank>} ranked
 * @param {number} most
 * @param {AbortSignal} [signal]
 */
async function prove(files, { phrases, unwanted }, { found, doubtful }, most, signal) {
  /** @param {number} number */
  const check = async (number) => {
    if (!doubtful.has(number)) return { holds: true, read: 0 };
    const { url, title, heading, text } = await files.shown(number);
    // What is shown may be enough to tell.
    const own = [title, heading, ...text.split('\n')];
    if (!unwanted.length && phrases.every((phrase) => standsIn(phrase, own))) return { holds: true, read: 0 };
    const lines = await files.page(files.known.prefix + url);
    const texts = [title, heading, ...(lines ?? [])];
    const holds = !lines || (phrases.every((phrase) => standsIn(phrase, texts)) && !unwanted.some((phrase) => standsIn(phrase, texts)));
    return { holds, read: 1 };
  };
  const proven = [];
  let [at, read] = [0, 0];
  while (at < found.length && proven.length < most && read < most * MOST_READ) {
    // Some pages at a time: most of them may hold it.
    const some = found.slice(at, at + most);
    const checks = await Promise.all(some.map(({ number }) => check(number)));
    signal?.throwIfAborted();
    for (const [place, { holds, read: more }] of checks.entries()) {
      if (proven.length === most || read === most * MOST_READ) break;
      read += more;
      if (holds) proven.push(some[place]);
      at++;
    }
  }
  return { proven, total: proven.length + found.length - at };
}

/**
 * Opens the index of a language. When the index is replaced while it is open, its manifest is read again once, and the search
 * goes on.
 * @param {string} manifestUrl The address of the manifest: `<base>/assets/search/<locale>/manifest.idx`, locale in lower case.
 * @param {{fetch?: typeof fetch}} [surroundings] What files are fetched with; the platform's own when not given.
 * @returns {Promise<Engine>}
 */
export async function open(manifestUrl, surroundings = {}) {
  const base = typeof location === 'undefined' ? undefined : location.href;
  const files = new Files(new URL(manifestUrl, base), surroundings.fetch ?? ((url, options) => fetch(url, options)));
  await files.readManifest('no-cache');
  /**
   * @template T
   * @param {() => Promise<T>} ask
   * @param {AbortSignal} [signal]
   */
  const again = async (ask, signal) => {
    signal?.throwIfAborted();
    try {
      return await ask();
    } catch {
      // Another build may have taken the place of the one that this page opened.
      signal?.throwIfAborted();
      await files.readManifest('reload');
      return ask();
    }
  };
  return {
    search: (query, options = {}) => again(() => ask(files, query, options), options.signal),
    suggest: (prefix, limit = 10) => again(async () => {
      const found = await longer(files, fold(prefix).trim(), limit);
      return found.map((entry) => entry.form);
    }),
    get facets() {
      return files.known.facets.map(({ key }) => key);
    },
    get documents() {
      return files.known.documents.length;
    },
  };
}

/**
 * @param {Files} files
 * @param {string} text
 * @param {SearchOptions} options
 * @returns {Promise<Answer>}
 */
async function ask(files, text, { limit = 10, offset = 0, filters = {}, includeFallback = true, signal }) {
  const query = parse(text, files.known.facets.map(({ key }) => key));
  const [sought, facets] = await Promise.all([lookUp(files, query), files.facets()]);
  signal?.throwIfAborted();
  const ranked = rank(files.known, query, sought, facets, { filters, includeFallback });
  const { proven, total } = ranked.doubtful.size
    ? await prove(files, sought, ranked, offset + limit, signal)
    : { proven: ranked.found, total: ranked.found.length };
  const results = await Promise.all(proven.slice(offset, offset + limit).map(async ({ number, score }) => {
    const shown = await files.shown(number);
    /** @type {Record<string, string[]>} */
    const metadata = {};
    for (const { key, values } of facets) {
      const own = values.filter(({ numbers }) => numbers.has(number)).map(({ value }) => value);
      if (own.length) metadata[key] = own;
    }
    return {
      url: files.known.prefix + shown.url + (shown.anchor && `#${encodeFragment(shown.anchor)}`),
      title: shown.title,
      section: shown.heading,
      anchor: shown.anchor,
      path: shown.path,
      excerpt: excerpt(shown.text, sought.words),
      lang: shown.lang,
      dir: /** @type {'ltr' | 'rtl'} */ (shown.rtl ? 'rtl' : 'ltr'),
      metadata,
      score,
    };
  }));
  signal?.throwIfAborted();
  return { total, results, facets: ranked.facets, corrected: sought.corrected(text) };
}

/** @param {string} anchor */
function encodeFragment(anchor) {
  return encodeURIComponent(anchor).replace(/%(?:21|24|26|27|28|29|2A|2B|2C|2F|3A|3B|3D|3F|40)/g, decodeURIComponent);
}

/** @type {Promise<Engine> | undefined} */
let own;

/**
 * Asks the index of the language of this page: the manifest that `<link rel="search-index" href="…">` names.
 * @param {string} query
 * @param {SearchOptions} [options]
 * @returns {Promise<Answer>}
 */
export async function search(query, options) {
  const link = document.querySelector('link[rel="search-index"]');
  if (!(link instanceof HTMLLinkElement)) throw new IndexError('this page names no search index');
  own ??= open(link.href).catch((error) => {
    own = undefined;
    throw error;
  });
  return (await own).search(query, options);
}

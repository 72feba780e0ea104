// @ts-check
// The search engine: asks the index of one language. No user interface; the same in browsers and in Node (20 or later).
// The index is described in the manual, `reference/search-index`; the ranking is that of `polydoc search`, to the last tie.

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
 * @property {number} total How many results there are in all.
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

/**
 * Opens the index of a language. When the index is replaced while it is open, its manifest is read again once, and the search
 * goes on.
 * @param {string} manifestUrl The address of the manifest: `<base>/assets/search/<locale>/manifest.idx`, locale in lower case.
 * @param {{fetch?: typeof fetch}} [surroundings] What files are fetched with; the platform's own when not given.
 * @returns {Promise<Engine>}
 */
export async function open(manifestUrl, surroundings = {}) {
  throw new Error(`not there yet: ${manifestUrl} ${typeof surroundings.fetch}`);
}

/**
 * Asks the index of the language of this page: the manifest that `<link rel="search-index" href="…">` names.
 * @param {string} query
 * @param {SearchOptions} [options]
 * @returns {Promise<Answer>}
 */
export async function search(query, options) {
  throw new Error(`not there yet: ${query} ${options?.limit}`);
}

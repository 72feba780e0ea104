// @ts-check
// From a query to the words of the index that it may mean. The same as `src/search/query/parse.rs` and `lookup.rs`.

import { classHash, compare, formHash } from './search-index.js';
import { fold, tokenize } from './search-words.js';

/** @typedef {import('./search-words.js').Token} Token */
/** @typedef {import('./search-index.js').Hit} Hit */
/** @typedef {import('./search-index.js').Entry} Entry */
/** @typedef {import('./search-index.js').Form} Form */
/** @typedef {import('./search-index.js').Part} Part */
/** @typedef {{tokens: Token[], places: number, quoted: boolean, unfinished: boolean}} Item */
/** @typedef {{wanted: Item[], unwanted: Item[], filters: [string, string][]}} Query */
/** @typedef {{key: string, class: string, form: string, quality: number, hits: Hit[]}} List */
/** @typedef {{text: string, place: number, isPair: boolean, counts: boolean, lists: List[], corrected: string}} Unit */
/**
 * @typedef {object} Sought
 * @property {Unit[]} units
 * @property {Unit[][]} phrases
 * @property {Unit[][]} unwanted
 * @property {Set<string>} words
 * @property {(query: string) => string | null} corrected
 */
/**
 * What gives the files of an index.
 * @typedef {object} Source
 * @property {{dictionary: Part[], postings: Part[]}} known
 * @property {(at: number) => Promise<Entry[]>} dictionary
 * @property {(at: number) => Promise<Form[]>} postings
 */

// How a word of the index answers a word of the query, and what that is worth, of 256.
export const EXACT = 256;
export const STEM = 140;
const INNER = 160;
const TYPO = 120;
const PREFIX = 112;
const STEMLIKE = 104;
const TYPOS = 72;

const MOST_LONGER = 8;
const MOST_PAIRS = 64;
const MOST_NEAR = 3;
const MOST_PARTS = 4;
const MOST_ENDING = 6;

const QUOTE = /["“”„«»「」]/;
const BLANK = /\p{White_Space}/u;

/**
 * Reads a query. `keys` are those that can be filtered by.
 * @param {string} text
 * @param {string[]} keys
 * @returns {Query}
 */
export function parse(text, keys) {
  const letters = [...text];
  /** @type {Query} */
  const query = { wanted: [], unwanted: [], filters: [] };
  let at = 0;
  /** @returns {string} What stands between a quote and the next, or the end. */
  const quoted = () => {
    let end = at + 1;
    while (end < letters.length && !QUOTE.test(letters[end])) end++;
    const inside = letters.slice(at + 1, end).join('');
    at = Math.min(end + 1, letters.length);
    return inside;
  };
  /** @type {(text: string, quoted: boolean, unfinished: boolean, negative: boolean) => void} */
  const take = (text, quoted, unfinished, negative) => {
    let { tokens, places } = tokenize(fold(text));
    if (quoted) tokens = tokens.filter(({ kind }) => kind !== 'inner');
    if (tokens.length) (negative ? query.unwanted : query.wanted).push({ tokens, places, quoted, unfinished });
  };
  while (at < letters.length) {
    if (BLANK.test(letters[at])) {
      at++;
      continue;
    }
    // `"a phrase"-word` says nothing about the word.
    const begins = at === 0 || BLANK.test(letters[at - 1]);
    const negative = begins && letters[at] === '-' && at + 1 < letters.length && !BLANK.test(letters[at + 1]);
    if (negative) at++;
    if (QUOTE.test(letters[at])) {
      take(quoted(), true, false, negative);
      continue;
    }
    const start = at;
    while (at < letters.length && !BLANK.test(letters[at]) && !QUOTE.test(letters[at])) at++;
    const word = letters.slice(start, at).join('');
    const colon = word.indexOf(':');
    const key = colon < 0 ? undefined : keys.find((known) => fold(known) === fold(word.slice(0, colon)));
    if (key === undefined) {
      take(word, false, at === letters.length, negative);
      continue;
    }
    let value = word.slice(colon + 1);
    if (!value && at < letters.length && QUOTE.test(letters[at])) value = quoted();
    if (value && !negative) query.filters.push([key, value]);
  }
  return query;
}

/**
 * The first part that comes after a word.
 * @param {Part[]} parts
 * @param {string} word
 */
function after(parts, word) {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(parts[middle].first, word) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The parts that may hold words with a prefix.
 * @param {Part[]} parts
 * @param {string} prefix
 */
function partsWith(parts, prefix) {
  const start = Math.max(after(parts, prefix) - 1, 0);
  /** @type {number[]} */
  const found = [];
  for (let at = start; at < parts.length && (at === start || parts[at].first.startsWith(prefix)); at++) found.push(at);
  return found;
}

/** @type {(one: Entry, other: Entry) => number} */
const byFrequency = (one, other) =>
  other.documents - one.documents || compare(one.form, other.form) || compare(one.class, other.class);

/**
 * The most frequent words that begin with a word and are longer.
 * @param {Source} source
 * @param {string} prefix
 * @param {number} most
 */
export async function longer(source, prefix, most) {
  const parts = partsWith(source.known.dictionary, prefix).slice(0, MOST_PARTS);
  const entries = (await Promise.all(parts.map((at) => source.dictionary(at)))).flat();
  return entries.filter(({ form }) => form.startsWith(prefix) && form !== prefix).sort(byFrequency).slice(0, most);
}

/**
 * Finds what answers a query.
 * @param {Source} source
 * @param {Query} query
 * @returns {Promise<Sought>}
 */
export async function lookUp(source, query) {
  let place = 0;
  const wanted = await Promise.all(query.wanted.map((item) => {
    const start = place;
    place += item.places;
    return item.quoted ? phrase(source, item, start) : loose(source, item, start);
  }));
  const unwanted = await Promise.all(query.unwanted.map((item) => phrase(source, item, 0)));
  const units = wanted.flat();
  // Articles and prepositions of one letter (`l'appel`) only add to the words beside them.
  const isLetter = (/** @type {Unit} */ unit) => [...unit.text].length === 1 && !unit.isPair;
  if (units.some((unit) => unit.counts && !isLetter(unit))) {
    for (const unit of units) unit.counts &&= !isLetter(unit);
  }
  return {
    units,
    phrases: wanted.filter((_, at) => query.wanted[at].quoted),
    unwanted,
    words: new Set(units.flatMap(({ lists }) => lists.map(({ form }) => form)).filter(Boolean)),
    corrected(text) {
      const misspelt = units.filter((unit) => unit.corrected);
      if (!misspelt.length) return null;
      return misspelt.reduce((text, unit) => text.replace(unit.text, () => unit.corrected), fold(text)).trim();
    },
  };
}

/**
 * The tokens of a phrase: only the very words.
 * @param {Source} source
 * @param {Item} item
 * @param {number} start
 */
async function phrase(source, item, start) {
  return Promise.all(item.tokens.filter(({ kind }) => kind !== 'inner').map(async (token) => {
    const unit = unitOf(token, start);
    if (token.kind === 'word' || token.kind === 'whole') {
      for (const entry of await entries(source, token.text)) await addForm(source, unit, entry, EXACT);
    } else {
      await addPair(source, unit, token.text, EXACT);
    }
    return unit;
  }));
}

/**
 * @param {Source} source
 * @param {Item} item
 * @param {number} start
 */
async function loose(source, item, start) {
  const last = Math.max(...item.tokens.map(({ place }) => place));
  const hasWhole = item.tokens.some(({ kind }) => kind === 'whole');
  const units = await Promise.all(item.tokens.map(async (token, at) => {
    // Of a word with signs the whole is unfinished, not its parts.
    const isPart = token.kind === 'word' && hasWhole;
    const unfinished = item.unfinished && !isPart && (token.place === last || token.kind === 'whole');
    const unit = unitOf(token, start);
    if (token.kind === 'word') await word(source, unit, unfinished);
    else if (token.kind === 'whole') await whole(source, unit, unfinished);
    else if (token.kind === 'pair') await pair(source, unit);
    else if (token.kind === 'hangul') {
      const rest = item.tokens.slice(at + 1);
      const end = rest.findIndex(({ kind }) => kind !== 'inner');
      await hangul(source, unit, end < 0 ? rest : rest.slice(0, end));
    } else return [];
    return [unit];
  }));
  return units.flat();
}

/**
 * @param {Token} token
 * @param {number} start
 * @returns {Unit}
 */
function unitOf(token, start) {
  const isPair = token.kind !== 'word' && token.kind !== 'whole';
  return { text: token.text, place: start + token.place, isPair, counts: true, lists: [], corrected: '' };
}

/**
 * @param {Source} source
 * @param {Unit} unit
 * @param {boolean} unfinished
 */
async function word(source, unit, unfinished) {
  for (const entry of await entries(source, unit.text)) await addClass(source, unit, entry, EXACT, STEM);
  const known = unit.lists.length > 0;
  if (known) {
    // What stemmers leave: a preposition in front, written in one word with it.
    for (const bare of withoutPrefix(unit.text)) {
      for (const entry of await entries(source, bare)) await addClass(source, unit, entry, STEMLIKE, STEMLIKE);
    }
  }
  if (known && (!unfinished || [...unit.text].length === 1)) return;
  for (const entry of await longer(source, unit.text, MOST_LONGER)) await addForm(source, unit, entry, PREFIX);
  if (known || (unfinished && unit.lists.length)) return;
  for (const variant of variants(unit.text)) {
    for (const entry of await entries(source, variant)) await addClass(source, unit, entry, STEM, STEM);
  }
  const stem = await classWithin(source, unit.text);
  if (stem) await addClass(source, unit, stem, STEMLIKE, STEMLIKE);
  const alone = unit.lists.length === 0;
  const { found, quality } = await near(source, unit.text);
  for (const [at, entry] of found.entries()) {
    if (at === 0 && (alone || (quality === TYPO && stem?.class !== entry.class))) unit.corrected = entry.form;
    await addForm(source, unit, entry, quality);
    await addClass(source, unit, entry, TYPOS, TYPOS);
  }
}

/**
 * @param {Source} source
 * @param {Unit} unit
 * @param {boolean} unfinished
 */
async function whole(source, unit, unfinished) {
  unit.counts = false;
  for (const entry of await entries(source, unit.text)) await addForm(source, unit, entry, EXACT);
  if (unit.lists.length || !unfinished) return;
  for (const entry of await longer(source, unit.text, MOST_NEAR)) await addForm(source, unit, entry, PREFIX);
}

/**
 * @param {Source} source
 * @param {Unit} unit
 */
async function pair(source, unit) {
  await addPair(source, unit, unit.text, EXACT);
  if ([...unit.text].length === 1) await addBeginning(source, unit, unit.text, INNER);
}

/**
 * @param {Source} source
 * @param {Unit} unit
 * @param {Token[]} inner
 */
async function hangul(source, unit, inner) {
  await addPair(source, unit, unit.text, EXACT);
  if (unit.text.length === 1) {
    for (const entry of await longer(source, unit.text, MOST_LONGER)) await addForm(source, unit, entry, PREFIX);
    await addBeginning(source, unit, unit.text, PREFIX);
    return;
  }
  /** @type {Hit[] | undefined} */
  let common;
  for (const token of inner) {
    const pair = unitOf(token, 0);
    await addPair(source, pair, token.text, EXACT);
    const hits = pair.lists[0]?.hits ?? [];
    common = common ? inBoth(common, hits) : hits;
  }
  if (common?.length) unit.lists.push({ key: '', class: unit.text, form: unit.text, quality: INNER, hits: common });
}

/**
 * The documents of both, with what they have in common.
 * @param {Hit[]} common
 * @param {Hit[]} hits
 * @returns {Hit[]}
 */
function inBoth(common, hits) {
  const others = new Map(hits.map((hit) => [hit.number, hit]));
  return common.flatMap((hit) => {
    const other = others.get(hit.number);
    const fields = other ? hit.fields & other.fields : 0;
    return other && fields ? [{ ...hit, fields, body: Math.min(hit.body, other.body) }] : [];
  });
}

/** @type {(unit: Unit, found: Form, form: string, name: string, quality: number) => void} */
function add(unit, found, form, name, quality) {
  if (unit.lists.some((list) => list.key === found.key && list.class === name)) return;
  unit.lists.push({ key: found.key, class: name, form, quality, hits: found.hits });
}

/**
 * The file of postings that holds a class; empty when there is none.
 * @param {Source} source
 * @param {string} name
 */
async function postingsOf(source, name) {
  const at = after(source.known.postings, name) - 1;
  return at < 0 ? [] : source.postings(at);
}

/**
 * Adds the class of an entry: its own word, and the others.
 * @param {Source} source
 * @param {Unit} unit
 * @param {Entry} entry
 * @param {number} own
 * @param {number} other
 */
async function addClass(source, unit, entry, own, other) {
  const part = after(source.known.dictionary, entry.form) - 1;
  const kin = part < 0 ? [] : (await source.dictionary(part)).filter((kin) => kin.class === entry.class);
  const start = `${classHash(entry.class)}/`;
  for (const form of await postingsOf(source, entry.class)) {
    if (form.pair || !form.key.startsWith(start)) continue;
    const hash = form.key.slice(start.length);
    const isOwn = hash === '' || Number(hash) === formHash(entry.form);
    const name = isOwn ? entry.form : kin.find((kin) => formHash(kin.form) === Number(hash))?.form ?? '';
    add(unit, form, name, entry.class, isOwn ? own : other);
  }
}

/**
 * Adds one word of the dictionary.
 * @param {Source} source
 * @param {Unit} unit
 * @param {Entry} entry
 * @param {number} quality
 */
async function addForm(source, unit, entry, quality) {
  const start = `${classHash(entry.class)}/`;
  const keys = [start, start + formHash(entry.form)];
  for (const form of await postingsOf(source, entry.class)) {
    if (!form.pair && keys.includes(form.key)) add(unit, form, entry.form, entry.class, quality);
  }
}

/**
 * Adds a pair of characters, or a word that is its own class.
 * @param {Source} source
 * @param {Unit} unit
 * @param {string} text
 * @param {number} quality
 */
async function addPair(source, unit, text, quality) {
  const key = `${classHash(text)}/`;
  for (const form of await postingsOf(source, text)) {
    if (form.pair ? form.pair === text : form.key === key) add(unit, form, text, text, quality);
  }
}

/**
 * Adds all pairs that begin so.
 * @param {Source} source
 * @param {Unit} unit
 * @param {string} prefix
 * @param {number} quality
 */
async function addBeginning(source, unit, prefix, quality) {
  const parts = partsWith(source.known.postings, prefix).slice(0, MOST_PARTS);
  const forms = (await Promise.all(parts.map((at) => source.postings(at)))).flat();
  const found = forms.filter(({ pair }) => pair.startsWith(prefix) && pair !== prefix);
  found.sort((one, other) => other.hits.length - one.hits.length || compare(one.pair, other.pair));
  for (const form of found.slice(0, MOST_PAIRS)) add(unit, form, form.pair, form.pair, quality);
}

/**
 * The dictionary's entries of a word, one for each of its classes.
 * @param {Source} source
 * @param {string} text
 */
async function entries(source, text) {
  const at = after(source.known.dictionary, text) - 1;
  return at < 0 ? [] : (await source.dictionary(at)).filter(({ form }) => form === text);
}

/**
 * The longest class that a word begins with, among the words beside it in the dictionary.
 * @param {Source} source
 * @param {string} text
 */
async function classWithin(source, text) {
  const { dictionary } = source.known;
  const start = after(dictionary, text) - 1;
  const letters = [...text].length;
  /** @type {Entry | undefined} */
  let best;
  for (let at = start; start >= 0 && at < Math.min(start + 2, dictionary.length); at++) {
    for (const entry of await source.dictionary(at)) {
      if (!text.startsWith(entry.class)) continue;
      const length = [...entry.class].length;
      if (length >= 3 && letters - length <= MOST_ENDING && (!best || best.class.length < entry.class.length)) best = entry;
    }
  }
  return best;
}

/**
 * The words that are nearest to one that stands nowhere: those with its first letter, else any.
 * @param {Source} source
 * @param {string} text
 */
async function near(source, text) {
  const letters = [...text];
  const most = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
  /** @type {{entry: Entry, distance: number}[]} */
  const found = [];
  if (most && !/[0-9]/.test(text)) {
    const own = partsWith(source.known.dictionary, letters[0]);
    const all = source.known.dictionary.map((_, at) => at);
    for (const parts of [own, all.filter((at) => !own.includes(at))]) {
      if (found.length) break;
      for (const entry of (await Promise.all(parts.map((at) => source.dictionary(at)))).flat()) {
        const between = distance(letters, entry.form, most);
        if (between <= most) found.push({ entry, distance: between });
      }
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  const nearest = found.filter(({ distance }) => distance === least).map(({ entry }) => entry);
  return { found: nearest.sort(byFrequency).slice(0, MOST_NEAR), quality: least < 2 ? TYPO : TYPOS };
}

/**
 * Letters inserted, left out, replaced or exchanged with their neighbour; more than `most` when there are more.
 * @param {string[]} one
 * @param {string} form
 * @param {number} most
 */
function distance(one, form, most) {
  if (form.length > 2 * (one.length + most) || form.length + most < one.length) return most + 1;
  const other = [...form];
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 0; row < one.length; row++) {
    const current = [row + 1];
    for (let column = 1; column <= other.length; column++) {
      let best = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (one[row] === other[column - 1] ? 0 : 1));
      if (row && column > 1 && one[row] === other[column - 2] && one[row - 1] === other[column - 1]) {
        best = Math.min(best, before[column - 2] + 1);
      }
      current.push(best);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, last] = [last, current];
  }
  return last[other.length];
}

const PREFIXES = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل', 'و', 'ה', 'ו', 'ב', 'כ', 'ל', 'מ', 'ש'];

/**
 * What a word of Arabic or Hebrew may be without an article or preposition.
 * @param {string} text
 */
function withoutPrefix(text) {
  const without = PREFIXES.filter((prefix) => text.startsWith(prefix)).map((prefix) => text.slice(prefix.length));
  return without.filter((rest) => [...rest].length >= 3);
}

/**
 * The same, and with an article in front.
 * @param {string} text
 */
function variants(text) {
  const article = /^[\u0600-\u06ff]/.test(text) ? 'ال' : /^[\u0590-\u05ff]/.test(text) ? 'ה' : '';
  return article ? [...withoutPrefix(text), article + text] : [];
}

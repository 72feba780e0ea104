// @ts-check
// Whether a document holds the words of a phrase one after the other. The same as `src/search/query/phrase.rs`.

import { fold, tokenize } from './search-words.js';

/** @typedef {import('./search-lookup.js').Unit} Unit */
/** @typedef {import('./search-index.js').Hit} Hit */

export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

/**
 * What the index knows of a phrase in a document: MAYBE where all words are there, but not all places are known.
 * @param {Unit[]} phrase
 * @param {number} number
 */
export function held(phrase, number) {
  /** @type {{place: number, places: Set<number>}[]} */
  const rows = [];
  for (const { lists, place } of phrase) {
    const hits = lists.flatMap(({ hits }) => hitOf(hits, number) ?? []);
    if (!hits.length) return NO;
    const places = new Set(hits.flatMap((hit) => hit.places));
    if (places.size) rows.push({ place, places });
  }
  const all = phrase.length === 1 || phrase.length === rows.length ? YES : MAYBE;
  if (!rows.length) return all;
  const [first, ...rest] = rows;
  const follow = [...first.places].some((start) => rest.every(({ place, places }) => places.has(start + place - first.place)));
  return follow ? all : NO;
}

/**
 * The hit of a document among hits in the order of their numbers.
 * @param {Hit[]} hits
 * @param {number} number
 */
function hitOf(hits, number) {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle].number < number) low = middle + 1;
    else high = middle;
  }
  return hits[low]?.number === number ? hits[low] : undefined;
}

/**
 * Whether a phrase stands in one of some texts.
 * @param {Unit[]} phrase
 * @param {string[]} texts
 */
export function standsIn([first, ...rest], texts) {
  return texts.some((text) => {
    const { tokens } = tokenize(fold(text));
    const there = new Set(tokens.map(({ text, place }) => `${place} ${text}`));
    return tokens.some((token) => token.text === first.text &&
      rest.every(({ text, place }) => there.has(`${token.place + place - first.place} ${text}`)));
  });
}

const SKIPPED = /<(nav|script|style|svg|template)(?![a-zA-Z0-9])[^>]*>.*?(?:<\/\1>|$)/gs;
const INLINE = /<\/?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|wbr)(?![a-zA-Z0-9])[^>]*>/g;
/** @type {Record<string, string>} */
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/**
 * The lines of text in the main part of a page's HTML.
 * @param {string} html
 */
export function linesOf(html) {
  const main = /<main[^>]*>(.*?)(?:<\/main>|$)/s.exec(html)?.[1] ?? html;
  const text = main.replace(SKIPPED, '\n').replace(INLINE, '').replace(/<img[^>]*? alt="([^"]*)"[^>]*>/g, '\n$1\n').replace(/<[^>]*>/g, '\n');
  return text.split('\n').filter((line) => line.trim()).map((line) => line.replace(/&(?:#([0-9]+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, decoded));
}

/** @type {(whole: string, decimal?: string, hexadecimal?: string, name?: string) => string} */
function decoded(whole, decimal, hexadecimal, name) {
  if (name) return NAMED[name] ?? whole;
  const code = decimal ? Number(decimal) : parseInt(hexadecimal ?? '', 16);
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? whole : String.fromCodePoint(code);
}

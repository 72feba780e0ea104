// @ts-check
// Scores. The same as `src/search/query/rank.rs`: whole numbers only, so that both find the same order to the last tie.

import { compare } from './search-index.js';
import { STEM } from './search-lookup.js';
import { MAYBE, NO, YES, held } from './search-phrase.js';
import { fold } from './search-words.js';

/** @typedef {import('./search-index.js').Facts} Facts */
/** @typedef {import('./search-index.js').Hit} Hit */
/** @typedef {import('./search-lookup.js').Unit} Unit */
/** @typedef {{weight: number, quality: number, inTitle: number, places: number[]}} UnitHit `inTitle` is the quality of what stands in title or heading. */
/** @typedef {{unit: Unit, rarity: number, hits: Map<number, UnitHit>}} Weighed */
/** @typedef {{key: string, values: {value: string, numbers: Set<number>}[]}} Facet */

const IN_TITLE = 1;
const IN_HEADING = 2;
const IN_ABOVE = 4;
const IN_BODY = 8;

// Weights of the fields, of 64, and the weight at which half of what a word can give is reached.
const TITLE = 640;
const HEADING = 256;
const ABOVE = 64;
const BODY = 64;
const HALF = 80;
const LEAST_RARITY = 24;

const { floor, max, min, abs } = Math;

/**
 * Gives every document that answers its score; best first. Of those that are doubtful, only their pages can tell whether they
 * hold a phrase.
 * @param {{words: number, documents: Facts[]}} manifest
 * @param {import('./search-lookup.js').Query} query
 * @param {import('./search-lookup.js').Sought} sought
 * @param {Facet[]} facets
 * @param {{filters: Record<string, string[]>, includeFallback: boolean}} options
 */
export function rank(manifest, query, sought, facets, { filters, includeFallback }) {
  const facts = new Map(manifest.documents
    .filter(({ fallback }) => includeFallback || !fallback)
    .map((document) => [document.number, document]));
  const count = manifest.documents.length;
  const average = max(floor(manifest.words / max(count, 1)), 1);
  const units = sought.units.filter(({ lists }) => lists.length).map((unit) => weigh(unit, facts, average, count));
  let found = scoreAll(units, facts);
  if (!sought.units.length && (query.filters.length || Object.keys(filters).length)) {
    found = [...facts.values()].map(({ number, boost }) => ({ number, score: boost }));
  }
  /** @type {Set<number>} */
  const doubtful = new Set();
  if (sought.phrases.length || sought.unwanted.length) {
    found = found.filter(({ number }) => {
      const wanted = sought.phrases.map((phrase) => held(phrase, number));
      const unwanted = sought.unwanted.map((phrase) => held(phrase, number));
      if (wanted.includes(NO) || unwanted.includes(YES)) return false;
      if (wanted.includes(MAYBE) || unwanted.includes(MAYBE)) doubtful.add(number);
      return true;
    });
  }
  const sifted = sift(query, facets, filters, found);
  sifted.found.sort((one, other) => other.score - one.score || one.number - other.number);
  return { ...sifted, doubtful };
}

/**
 * Leaves out what the filters leave out, and counts values. Filters of a facet do not count for its own values.
 * @param {import('./search-lookup.js').Query} query
 * @param {Facet[]} facets
 * @param {Record<string, string[]>} filters
 * @param {{number: number, score: number}[]} found
 */
function sift(query, facets, filters, found) {
  const unknown = Object.entries(filters).some(([key, values]) => values.length && !facets.some((facet) => facet.key === key));
  const all = unknown ? [] : found;
  const passes = facets.map(({ key, values }) => {
    const wanted = query.filters.filter(([other]) => other === key).map(([, value]) => value);
    const folded = [...wanted, ...(filters[key] ?? [])].map(fold);
    const sets = values.filter(({ value }) => folded.includes(fold(value))).map(({ numbers }) => numbers);
    return all.map(({ number }) => !folded.length || sets.some((numbers) => numbers.has(number)));
  });
  /** @type {Record<string, {value: string, count: number}[]>} */
  const counted = {};
  facets.forEach(({ key, values }, at) => {
    const rows = all.filter((_, row) => passes.every((passed, other) => other === at || passed[row]));
    counted[key] = values
      .map(({ value, numbers }) => ({ value, count: rows.filter(({ number }) => numbers.has(number)).length }))
      .filter(({ count }) => count)
      .sort((one, other) => other.count - one.count || compare(one.value, other.value));
  });
  return { found: all.filter((_, row) => passes.every((passed) => passed[row])), facets: counted };
}

/**
 * A unit with its rarity and its hits.
 * @param {Unit} unit
 * @param {Map<number, Facts>} facts
 * @param {number} average
 * @param {number} count
 * @returns {Weighed}
 */
function weigh(unit, facts, average, count) {
  /** @type {Map<number, UnitHit>} */
  const hits = new Map();
  for (const { quality, hits: own } of unit.lists) {
    for (const hit of own) {
      const document = facts.get(hit.number);
      if (!document) continue;
      const weight = floor((weightOf(hit, document, average) * quality) / 256);
      const inTitle = hit.fields & (IN_TITLE | IN_HEADING) ? quality : 0;
      const all = hits.get(hit.number);
      if (!all) {
        hits.set(hit.number, { weight, quality, inTitle, places: [...hit.places] });
        continue;
      }
      all.weight += weight;
      all.quality = max(all.quality, quality);
      all.inTitle = max(all.inTitle, inTitle);
      all.places.push(...hit.places);
    }
  }
  // The rarity is that of the best answers: a rare longer word is not worth more than the word itself.
  let best = 0;
  for (const hit of hits.values()) {
    hit.places.sort((one, other) => one - other);
    best = max(best, hit.quality);
  }
  best = min(best, STEM);
  const documents = [...hits.values()].filter(({ quality }) => quality >= best).length;
  return { unit, rarity: rarity(count, documents), hits };
}

/**
 * How much of a word there is in a document, of 64.
 * @param {Hit} hit
 * @param {Facts} document
 * @param {number} average
 */
function weightOf({ fields, body }, { title, length }, average) {
  let weight = 0;
  if (fields & IN_TITLE) weight += floor((TITLE * 8) / (title + 2));
  if (fields & IN_HEADING) weight += floor((HEADING * 8) / (title + 2));
  if (fields & IN_ABOVE) weight += ABOVE;
  if (fields & IN_BODY) weight += floor((BODY * body * 4 * average) / max(average + 3 * length, 1));
  return weight;
}

/**
 * How rare a word is: 256 times the binary logarithm of how many documents there are for one that holds it.
 * @param {number} count
 * @param {number} documents
 */
function rarity(count, documents) {
  return max(logarithm(2 * count + 2) - logarithm(2 * documents + 1), LEAST_RARITY);
}

/**
 * 256 times the binary logarithm of a number below 2^32, rounded down.
 * @param {number} value
 */
function logarithm(value) {
  const whole = 31 - Math.clz32(max(value, 1));
  let rest = floor((value * 65536) / 2 ** whole);
  let digits = 0;
  for (let left = 8; left > 0; left--) {
    rest = floor((rest * rest) / 65536);
    digits *= 2;
    if (rest >= 131072) {
      rest = floor(rest / 2);
      digits++;
    }
  }
  return whole * 256 + digits;
}

/**
 * The scores of all documents that hold enough of the query.
 * @param {Weighed[]} units
 * @param {Map<number, Facts>} facts
 */
function scoreAll(units, facts) {
  const total = units.reduce((sum, { unit, rarity }) => sum + (unit.counts ? rarity : 0), 0);
  /** @type {Map<number, number>} */
  const covered = new Map();
  for (const { unit, rarity, hits } of units) {
    for (const number of hits.keys()) covered.set(number, (covered.get(number) ?? 0) + (unit.counts ? rarity : 0));
  }
  let best = 0;
  for (const [number, sum] of covered) {
    const coverage = floor((sum * 256) / max(total, 1));
    covered.set(number, coverage);
    best = max(best, coverage);
  }
  /** @type {{number: number, score: number}[]} */
  const found = [];
  for (const [number, coverage] of covered) {
    const document = facts.get(number);
    // Documents with much less of the query than the best are none of the results.
    if (document && coverage * 5 >= best * 3) found.push({ number, score: score(units, document, coverage) });
  }
  return found;
}

/**
 * @param {Weighed[]} units
 * @param {Facts} document
 * @param {number} coverage
 */
function score(units, document, coverage) {
  let [sum, inTitle, titled, counting] = [0, 0, 0, 0];
  /** @type {[Weighed, UnitHit] | undefined} */
  let before;
  for (const weighed of units) {
    const { unit, rarity, hits } = weighed;
    if (unit.counts) counting++;
    const hit = hits.get(document.number);
    if (!hit) continue;
    sum += floor((rarity * floor((1024 * hit.weight) / (hit.weight + HALF)) * hit.quality) / 65536);
    if (!unit.counts) continue;
    if (hit.inTitle) inTitle++;
    titled += floor((rarity * hit.inTitle * hit.inTitle) / 65536);
    if (!hit.places.length) continue;
    if (before) sum += nearness(...before, weighed, hit);
    before = [weighed, hit];
  }
  if (inTitle === counting && counting) {
    const length = max(document.title, 1);
    sum += floor((titled * 4 * min(counting, length)) / max(counting, length));
  }
  return floor((floor((sum * coverage * coverage) / 65536) * document.boost) / 100);
}

/**
 * What two words of the query that follow each other give: the more, the nearer they stand as the query has them.
 * @param {Weighed} one
 * @param {UnitHit} oneHit
 * @param {Weighed} other
 * @param {UnitHit} otherHit
 */
function nearness(one, oneHit, other, otherHit) {
  const wanted = other.unit.place - one.unit.place;
  const { places } = otherHit;
  let least = Infinity;
  let start = 0;
  for (const place of oneHit.places) {
    const aim = place + wanted;
    while (start < places.length && places[start] < aim) start++;
    for (const near of places.slice(max(start - 1, 0), start + 1)) least = min(least, abs(near - aim));
  }
  const share = least === 0 ? 8 : least === 1 ? 5 : least < 4 ? 4 : least < 8 ? 2 : least < 16 ? 1 : 0;
  return floor((min(one.rarity, other.rarity) * share * 3) / 8);
}

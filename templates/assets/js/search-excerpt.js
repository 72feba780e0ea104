// @ts-check
// What a section says around the words that were searched. The same as `src/search/query/excerpt.rs`.

import { fold, tokenize } from './search-words.js';

const LENGTH = 160;
const BEFORE = 40;
const INSIDE = /[\p{L}\p{N}\p{M}\p{Cf}]/u;
const BLANK = /\p{White_Space}/u;

/**
 * The part of a text with the most of the words.
 * @param {string} text
 * @param {Set<string>} words
 * @returns {{text: string, mark: boolean}[]}
 */
export function excerpt(text, words) {
  const letters = [...text.replaceAll('\n', ' ')];
  const marks = marksIn(letters, words);
  let [best, from] = [0, 0];
  marks.forEach((mark, at) => {
    const inside = new Set();
    for (const other of marks.slice(at)) {
      if (other.end > mark.start + LENGTH - BEFORE) break;
      inside.add(other.word);
    }
    if (inside.size > best) [best, from] = [inside.size, mark.start];
  });
  let start = 0;
  if (from > BEFORE) {
    const blank = letters.slice(from - BEFORE, from).findIndex((letter) => BLANK.test(letter));
    start = from - BEFORE + blank + 1;
  }
  let end = Math.min(start + LENGTH, letters.length);
  if (end < letters.length) {
    let blank = end - 1;
    const least = start + Math.floor(((end - start) * 3) / 4);
    while (blank >= least && !BLANK.test(letters[blank])) blank--;
    if (blank >= least) end = blank;
  }
  /** @type {{text: string, mark: boolean}[]} */
  const pieces = [];
  /** @type {(text: string, mark: boolean) => void} */
  const push = (text, mark) => {
    if (text) pieces.push({ text, mark });
  };
  if (start > 0) push('…', false);
  let at = start;
  for (const mark of marks) {
    if (mark.start < start || mark.end > end) continue;
    push(letters.slice(at, mark.start).join(''), false);
    push(letters.slice(mark.start, mark.end).join(''), true);
    at = mark.end;
  }
  push(letters.slice(at, end).join(''), false);
  if (end < letters.length) push('…', false);
  return pieces;
}

/**
 * Where the words stand: whole words, or single pairs of characters in scripts without blanks, joined.
 * @param {string[]} letters
 * @param {Set<string>} words
 */
function marksIn(letters, words) {
  /** @type {{start: number, end: number, word: string}[]} */
  const marks = [];
  for (let at = 0; at < letters.length; at++) {
    if (!INSIDE.test(letters[at])) continue;
    let end = at;
    while (end < letters.length && INSIDE.test(letters[end])) end++;
    const { tokens } = tokenize(fold(letters.slice(at, end).join('')));
    if (tokens.some(({ kind }) => kind === 'pair')) {
      for (let place = at; place < end; place++) {
        const stop = Math.min(place + 2, end);
        const folded = fold(letters.slice(place, stop).join(''));
        if (!words.has(folded)) continue;
        const last = marks.at(-1);
        if (last && last.end >= place) {
          last.end = stop;
          last.word += folded;
        } else {
          marks.push({ start: place, end: stop, word: folded });
        }
      }
    } else {
      const token = tokens.find(({ text }) => words.has(text));
      if (token) marks.push({ start: at, end, word: token.text });
    }
    at = end;
  }
  return marks;
}

// @ts-check
// Folding and tokens: how texts become words that can be compared. The same as `src/search/fold.rs` and `tokens.rs`.

/**
 * A word and where it stands.
 * @typedef {object} Token
 * @property {string} text
 * @property {'word' | 'hangul' | 'pair' | 'inner' | 'whole'} kind
 * @property {number} place How many words stand before it; parts and wholes share places.
 */

const LONGEST = 64;

// Marks are letters in Indic scripts, Thai, Lao, Khmer and Burmese, and tell Kana apart.
const DROPPED = /(?![\u0900-\u109f\u1700-\u18af\u1900-\u1aaf\u1b00-\u1cff\u3099\u309a\ua800-\uabff\u{11000}-\u{11fff}\u{16100}-\u{16fff}])\p{M}|\p{Cf}|\u0640/gu;

/** @type {Record<string, string>} */
const LETTERS = {
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', đ: 'd', ð: 'd', ø: 'o', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ',
  ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه',
};

/**
 * A text as the index holds it.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize('NFKD').toLowerCase().replace(DROPPED, '').normalize('NFC')
    .replace(/[ßæœþđðøłħŧıςىیکة]/g, (letter) => LETTERS[letter])
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

const UNSPACED = '\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109d' +
  '\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f\u1780-\u17d3\u17d7\u17dc\u17dd\u3005-\u3007\u3021-\u3029\u3038-\u303c\u3041-\u3096' +
  '\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff' +
  '\u{1b000}-\u{1b16f}\u{20000}-\u{323af}';
const HANGUL = '\u1100-\u11ff\uac00-\ud7a3';
const WORD = `(?![${UNSPACED}${HANGUL}])[\\p{L}\\p{N}\\p{M}]`;
const RUNS = new RegExp(`([${HANGUL}]+)|([${UNSPACED}]+)|(?:${WORD}|[-._@+#&])+`, 'gu');
const WORDS = new RegExp(`(?:${WORD})+`, 'gu');
/**
 * The tokens of a folded text, and how many places they take.
 * @param {string} folded
 * @returns {{tokens: Token[], places: number}}
 */
export function tokenize(folded) {
  /** @type {Token[]} */
  const tokens = [];
  let places = 0;
  /** @type {(text: string, kind: Token['kind'], place?: number) => void} */
  const push = (text, kind, place = places) => {
    tokens.push({ text: text.length > LONGEST ? [...text].slice(0, LONGEST).join('') : text, kind, place });
  };
  for (const [run, hangul, unspaced] of folded.matchAll(RUNS)) {
    if (hangul) {
      push(run, 'hangul');
      for (let at = 0; run.length > 2 && at + 1 < run.length; at++) push(run.slice(at, at + 2), 'inner');
      places++;
    } else if (unspaced) {
      const letters = [...run];
      if (letters.length === 1) push(run, 'pair');
      for (let at = 0; at + 1 < letters.length; at++) push(letters[at] + letters[at + 1], 'pair', places + at);
      places += letters.length;
    } else {
      const whole = wholeOf(run);
      if (whole) push(whole, 'whole');
      for (const [word] of run.matchAll(WORDS)) {
        push(word, 'word');
        places++;
      }
    }
  }
  return { tokens, places };
}

/**
 * A piece of words and signs with the signs that belong to it; nothing when it is a word alone.
 * @param {string} run
 */
function wholeOf(run) {
  const letters = [...run];
  const isSign = letters.map((letter) => '-._@+#&'.includes(letter));
  const first = isSign.indexOf(false);
  const last = isSign.lastIndexOf(false);
  if (first < 0) return '';
  // `.net`: one point before a letter, when nothing else stands before.
  const start = first === 1 && letters[0] === '.' && !/[0-9]/.test(letters[1]) ? 0 : first;
  // `c#`, `c++`: at most two of one sign behind.
  let end = last + 1;
  const sign = letters[end];
  while ((sign === '#' || sign === '+') && end < last + 3 && letters[end] === sign) end++;
  return isSign.slice(start, end).includes(true) && end - start <= LONGEST ? letters.slice(start, end).join('') : '';
}

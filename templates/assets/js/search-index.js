// @ts-check
// Reads the files of a search index. The format is described in the manual, `reference/search-index`.

/** @typedef {{number: number, fields: number, body: number, places: number[]}} Hit */
/** @typedef {{form: string, class: string, documents: number}} Entry */
/** @typedef {{key: string, pair: string, hits: Hit[]}} Form `key` is what tells it apart: hashes of class and form, or the pair. */
/** @typedef {{number: number, length: number, title: number, fallback: boolean, boost: number}} Facts */
/** @typedef {{first: string, name: string}} Part */
/**
 * @typedef {object} Shown
 * @property {string} url
 * @property {string} title
 * @property {string} path
 * @property {string} lang
 * @property {boolean} rtl
 * @property {string} anchor
 * @property {string} heading
 * @property {string} text
 */
/**
 * @typedef {object} Manifest
 * @property {string} prefix
 * @property {number} bits
 * @property {number} words
 * @property {Facts[]} documents
 * @property {Part[]} dictionary
 * @property {Part[]} postings
 * @property {string} sample
 * @property {Map<number, string>} texts
 * @property {{key: string, name: string}[]} facets
 */

export const TEXT_SHIFT = 5;
export const BODY = 8;

/** The index cannot be read: a file is missing, damaged, or of another version. */
export class IndexError extends Error {}

/** What no index can hold: reading begins to make no sense. */
function damaged() {
  return new IndexError('a file of the search index is damaged');
}

/** @param {string} word */
function hash(word) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}

/** @param {string} name */
export const classHash = (name) => hash(name) & 0xffffff;

/** @param {string} form */
export const formHash = (form) => hash(form) & 0xfff;

/**
 * The order of words: that of their characters, which is not that of UTF-16 units.
 * @param {string} one
 * @param {string} other
 */
export function compare(one, other) {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    let [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (a === b) continue;
    // Surrogates stand for what comes after all others.
    if (a >= 0xd800 && b >= 0xd800) {
      a += a >= 0xe000 ? -0x2000 : 0x2000;
      b += b >= 0xe000 ? -0x2000 : 0x2000;
    }
    return a - b;
  }
  return one.length - other.length;
}

/**
 * Opens a zlib stream; the browser checks its sum.
 * @param {Uint8Array[]} parts
 */
export async function inflate(...parts) {
  const stream = new Blob(/** @type {BlobPart[]} */ (parts)).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Opens a file of texts, which is the end of a stream that begins with the sample as it is.
 * @param {Uint8Array} sample
 * @param {Uint8Array} bytes
 */
export async function inflateWith(sample, bytes) {
  const [low, high] = [sample.length & 255, sample.length >> 8];
  const head = Uint8Array.of(0x78, 0x9c, 0, low, high, ~low & 255, ~high & 255);
  return (await inflate(head, sample, bytes)).subarray(sample.length);
}

class Cursor {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  byte() {
    if (this.at >= this.bytes.length) throw damaged();
    return this.bytes[this.at++];
  }

  number() {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
      if (scale > 2 ** 49) throw damaged();
    }
  }

  /** A number of things that take a byte each at least. */
  count() {
    const count = this.number();
    if (count > this.bytes.length - this.at) throw damaged();
    return count;
  }

  /** @param {number} length */
  take(length) {
    if (length > this.bytes.length - this.at) throw damaged();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return new TextDecoder().decode(this.take(this.number()));
  }

  name() {
    return [...this.take(5)].map((byte) => byte.toString(16).padStart(2, '0')).join('') + '.idx';
  }

  /** Sorted words, each as what it shares with the one before and what it adds. */
  words() {
    const count = this.count();
    const lengths = new Cursor(this.take(this.number()));
    const added = this.text();
    /** @type {string[]} */
    const words = [];
    let [word, at] = ['', 0];
    for (let left = count; left > 0; left--) {
      const [shared, more] = [lengths.number(), lengths.number()];
      if (shared > word.length || shared + more > 256) throw damaged();
      word = word.slice(0, shared) + added.slice(at, at + more);
      at += more;
      words.push(word);
    }
    return words;
  }
}

class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  bit() {
    if (this.at >> 3 >= this.bytes.length) throw damaged();
    const bit = (this.bytes[this.at >> 3] >> (7 - (this.at & 7))) & 1;
    this.at++;
    return bit;
  }

  /** @param {number} count */
  bits(count) {
    let value = 0;
    for (let left = count; left > 0; left--) value = value * 2 + this.bit();
    return value;
  }

  gamma() {
    let below = 0;
    while (!this.bit()) if (++below > 31) throw damaged();
    return 2 ** below + this.bits(below);
  }

  /** @param {number} low */
  rice(low) {
    let high = 0;
    while (this.bit()) if (++high === 24) return this.bits(32);
    return high * 2 ** low + this.bits(low);
  }
}

/**
 * Bits below which Rice's code stores numbers directly, for so many in so large a space.
 * @param {number} sum
 * @param {number} count
 */
function riceParameter(sum, count) {
  const mean = Math.floor(Math.floor((sum * 7) / 10) / Math.max(count, 1));
  return mean ? 31 - Math.clz32(mean) : 0;
}

/** @param {number} byte */
function lengthOf(byte) {
  return byte < 16 ? byte : (8 | (byte & 7)) * 2 ** (((byte - 16) >> 3) + 1);
}

/**
 * @param {Uint8Array} bytes
 * @returns {Manifest}
 */
export function readManifest(bytes) {
  const cursor = new Cursor(bytes);
  if (new TextDecoder().decode(cursor.take(Math.min(15, bytes.length))) !== 'polydoc search\0') throw damaged();
  const version = cursor.byte();
  if (version !== 1) throw new IndexError(`the search index has the format ${version}, which this script does not know`);
  cursor.text();
  const prefix = cursor.text();
  const [bits, words] = [cursor.number(), cursor.number()];
  cursor.number();
  cursor.number();
  const count = cursor.count();
  /** @type {Facts[]} */
  const documents = [];
  for (let at = 0, number = 0; at < count; at++) {
    number += cursor.number();
    documents.push({ number, length: 0, title: 0, fallback: false, boost: 100 });
  }
  for (const document of documents) document.length = lengthOf(cursor.byte());
  for (const document of documents) {
    const byte = cursor.byte();
    document.title = byte & 15;
    document.fallback = (byte & 16) !== 0;
  }
  for (const document of documents) document.boost = cursor.number();
  const parts = () => cursor.words().map((first) => ({ first, name: cursor.name() }));
  const [dictionary, postings] = [parts(), parts()];
  const sample = cursor.name();
  const blocks = Array.from({ length: cursor.count() }, () => cursor.number());
  /** @type {Map<number, string>} */
  const texts = new Map();
  let block = 0;
  for (const gap of blocks) {
    block += gap;
    texts.set(block, cursor.name());
  }
  const facets = Array.from({ length: cursor.count() }, () => ({ key: cursor.text(), name: cursor.name() }));
  return { prefix, bits, words, documents, dictionary, postings, sample, texts, facets };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Entry[]}
 */
export function readDictionary(bytes) {
  const cursor = new Cursor(bytes);
  const forms = cursor.words();
  const cuts = forms.map(() => cursor.number());
  const entries = forms.map((form, at) => ({ form, class: form.slice(0, form.length - cuts[at]) + cursor.text(), documents: 0 }));
  for (const entry of entries) entry.documents = cursor.number();
  return entries;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} bits
 * @returns {Form[]}
 */
export function readPostings(bytes, bits) {
  const cursor = new Cursor(bytes);
  const pairs = cursor.words();
  const classes = cursor.number();
  const reader = new Bits(bytes.subarray(cursor.at));
  const low = riceParameter(2 ** 24, classes);
  /** @type {Form[]} */
  const forms = [];
  for (let left = classes, key = 0; left > 0; left--) {
    key += reader.rice(low);
    const count = reader.gamma();
    for (let at = 0; at < count; at++) {
      const form = count > 1 ? reader.bits(12) : '';
      forms.push({ key: `${key}/${form}`, pair: '', hits: readHits(reader, bits) });
    }
  }
  for (const pair of pairs) forms.push({ key: pair, pair, hits: readHits(reader, bits) });
  return forms;
}

/**
 * @param {Bits} reader
 * @param {number} bits
 */
function readHits(reader, bits) {
  const count = reader.gamma();
  const hasPlaces = reader.bit();
  const low = riceParameter(2 ** bits, count);
  const lowOfPlaces = hasPlaces ? reader.bits(4) : 0;
  /** @type {Hit[]} */
  const hits = [];
  for (let left = count, next = 0; left > 0; left--) {
    const number = next + reader.rice(low);
    next = number + 1;
    /** @type {Hit} */
    const hit = { number, fields: BODY, body: 1, places: [] };
    let places = 1;
    if (!reader.bit()) {
      if (reader.bit()) {
        hit.body = places = reader.gamma() + 1;
      } else {
        hit.fields = reader.bits(4);
        hit.body = hit.fields & BODY ? reader.gamma() : 0;
        if (hasPlaces) places = reader.gamma() - 1;
      }
    }
    for (let after = 0; hasPlaces && places > 0; places--) {
      const place = after + reader.rice(lowOfPlaces);
      after = place + 1;
      hit.places.push(place);
    }
    hits.push(hit);
  }
  return hits;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} block
 * @returns {Map<number, Shown>}
 */
export function readTexts(bytes, block) {
  const cursor = new Cursor(bytes);
  const count = cursor.count();
  const column = () => Array.from({ length: count }, () => cursor.text());
  const [urls, titles, paths, langs] = [column(), column(), column(), column()];
  const flags = cursor.take(count);
  const documents = Array.from({ length: cursor.count() }, () => [cursor.number(), cursor.number()]);
  /** @type {Map<number, Shown>} */
  const shown = new Map();
  for (const [number, page] of documents) {
    if (page >= count) throw damaged();
    shown.set(block * 2 ** TEXT_SHIFT + number, {
      url: urls[page],
      title: titles[page],
      path: paths[page],
      lang: langs[page],
      rtl: (flags[page] & 1) !== 0,
      anchor: cursor.text(),
      heading: cursor.text(),
      text: cursor.text(),
    });
  }
  return shown;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} bits
 * @returns {{value: string, numbers: Set<number>}[]}
 */
export function readFacet(bytes, bits) {
  const cursor = new Cursor(bytes);
  const values = Array.from({ length: cursor.count() }, () => cursor.text());
  const reader = new Bits(bytes.subarray(cursor.at));
  return values.map((value) => {
    const count = reader.gamma();
    const low = riceParameter(2 ** bits, count);
    /** @type {Set<number>} */
    const numbers = new Set();
    for (let left = count, next = 0; left > 0; left--) {
      const number = next + reader.rice(low);
      numbers.add(number);
      next = number + 1;
    }
    return { value, numbers };
  });
}

// Known-item queries, made by rule from the articles: each is what somebody would type who has seen one article and looks for
// it again. The same corpus gives the same queries. Queries that more than one article answers equally well are left out.
//
//   words      two or three content words of the title, in another order
//   inflected  the same, one of them in another form that occurs in the corpus (same Snowball stem); none in Japanese
//   typo       the same, one of them with two letters swapped, one left out, or one replaced
//   heading    a heading as it stands
//   phrase     five words of the body in a row (ten to sixteen letters in Japanese)
import { createHash } from "node:crypto";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export const KINDS = ["words", "inflected", "typo", "heading", "phrase"];

/** A random number from 0 to below `bound` that depends on its seed alone. */
function pick(bound, ...seed) {
  return createHash("sha256").update(seed.join("\u0000")).digest().readUInt32BE(0) % bound;
}

/** Whether the queries of an article are left out where weights are chosen: those of about half of all. */
export const isHeldOut = (url) => (createHash("sha256").update(`held-out\0${url}`).digest()[0] & 1) === 1;

const folded = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();

function stemmerOf(language) {
  if (!["fr", "de", "ar"].includes(language)) return null;
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require(`lunr-languages/lunr.${language}`)(lunr);
  return (word) => String(lunr[language].stemmer(new lunr.Token(word, {})));
}

/** Up to `most` queries of each kind: `{ kind, query, url }`. */
export function queries(documents, locale, most) {
  const language = locale.split("-")[0];
  const segmenter = new Intl.Segmenter(locale, { granularity: "word" });
  const isSpaced = language !== "ja";
  const wordsOf = (text) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

  const titles = documents.map(({ title }) => new Set(wordsOf(title).map(folded)));
  const frequency = new Map();
  for (const title of titles) for (const word of title) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const common = new Set([...frequency].sort((one, other) => other[1] - one[1]).slice(0, 40).map(([word]) => word));
  const least = isSpaced ? 4 : 2;
  const isContent = (word) => /^[\p{L}\p{M}]+$/u.test(word) && [...word].length >= least && !common.has(folded(word)) && !(language === "ja" && /^\p{Script=Hiragana}+$/u.test(word));

  const texts = documents.map(({ title, headings, text }) => folded([title, ...headings, text].join(" ")));
  const captions = documents.map(({ title, headings }) => folded([title, ...headings].join("\n")));
  const stem = stemmerOf(language);
  const forms = new Map();
  if (stem) {
    const seen = new Set(documents.flatMap(({ title, text }) => wordsOf(`${title} ${text}`)).filter(isContent).map((word) => word.toLowerCase()));
    for (const word of [...seen].sort()) {
      const key = stem(word);
      forms.set(key, [...(forms.get(key) ?? []), word]);
    }
  }

  /** Whether no other title has all the words. */
  const isOwn = (words, id) => titles.every((title, other) => other === id || !words.every((word) => title.has(folded(word))));
  const shuffled = documents.map((document) => ({ document, key: pick(2 ** 31, locale, document.url) })).sort((one, other) => one.key - other.key);

  const found = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  for (const { document } of shuffled) {
    const { id, url, title, headings } = document;
    const add = (kind, query) => query && found[kind].length < most && found[kind].push({ kind, query, url });
    const content = [...new Set(wordsOf(title).filter(isContent))];
    const count = content.length >= 3 ? 2 + pick(2, url, "count") : 2;
    const start = pick(Math.max(1, content.length - count + 1), url, "start");
    const chosen = content.slice(start, start + count).reverse();
    if (chosen.length === count && isOwn(chosen, id)) {
      add("words", chosen.join(" "));
      add("inflected", inflected(chosen, texts[id], stem, forms, url));
      add("typo", misspelt(chosen, url, isSpaced));
    }
    const own = headings.filter((heading) => heading && wordsOf(heading).length >= 2);
    const heading = own[pick(Math.max(1, own.length), url, "heading")];
    const needle = heading && folded(heading);
    if (heading && !captions.some((text, other) => other !== id && text.includes(needle))) add("heading", heading);
    const phrase = phraseOf(document.text, url, isSpaced);
    const raw = phrase && folded(phrase);
    if (phrase && found.phrase.length < most && !texts.some((text, other) => other !== id && text.includes(raw))) add("phrase", phrase);
  }
  return KINDS.flatMap((kind) => found[kind]);
}

function inflected(words, text, stem, forms, url) {
  if (!stem) return null;
  for (const [at, word] of words.entries()) {
    const others = (forms.get(stem(word.toLowerCase())) ?? []).filter((other) => folded(other) !== folded(word) && !text.includes(folded(other)));
    if (others.length) return words.with(at, others[pick(others.length, url, "form")]).join(" ");
  }
  return null;
}

function misspelt(words, url, isSpaced) {
  const long = words.map((word, at) => [at, [...word]]).filter(([, letters]) => letters.length >= (isSpaced ? 6 : 4));
  if (!long.length) return null;
  const [at, letters] = long[pick(long.length, url, "word")];
  // The first letter is seldom wrong.
  const place = 1 + pick(letters.length - 2, url, "place");
  const kind = pick(3, url, "kind");
  const wrong = [...letters];
  if (kind === 0) [wrong[place], wrong[place + 1]] = [wrong[place + 1], wrong[place]];
  else if (kind === 1) wrong.splice(place, 1);
  else wrong[place] = letters[pick(letters.length, url, "other")];
  return wrong.join("") === letters.join("") ? null : words.with(at, wrong.join("")).join(" ");
}

function phraseOf(text, url, isSpaced) {
  if (isSpaced) {
    const words = text.split(" ");
    if (words.length < 12) return null;
    const start = pick(words.length - 5, url, "phrase");
    return words.slice(start, start + 5).join(" ").replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
  }
  const runs = text.match(/[\p{L}\p{M}ー]{10,}/gu) ?? [];
  const run = runs[pick(Math.max(1, runs.length), url, "phrase")];
  return run ? [...run].slice(0, 10 + pick(7, url, "length")).join("") : null;
}

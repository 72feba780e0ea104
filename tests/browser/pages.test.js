// Every kind of page, as readers meet it: in light and dark, on desktops and phones, in both directions of writing.
import assert from "node:assert/strict";
import { test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { DESKTOP, PHONE, visit } from "./browser.js";
import { manual, pages, sample, small } from "./sites.js";

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

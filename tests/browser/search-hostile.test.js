// Queries, titles and addresses that would run something if they were taken for markup: nothing runs, and all are found.
import assert from "node:assert/strict";
import { test } from "node:test";

import { visit } from "./browser.js";
import { ATTACKS, build, open, searchable, write } from "./sites.js";

const FIELD = "#search-field";

test("titles and texts with markup are shown as text and run nothing", async () => {
  const page = await visit(await searchable());
  await page.at("/en-us/search/?q=ambush");
  await page.locator(".result").first().waitFor();
  const titles = await page.locator(".result-title").allTextContents();
  for (const text of Object.values(ATTACKS)) {
    assert.ok(titles.some((title) => title === `ambush ${text}`), `no result is called ${text}`);
  }
  assert.equal(await page.locator(".results :is(script, img, svg, [onfocus], [onmouseover])").count(), 0);
  await page.at("/en-us/");
  await page.keyboard.press("/");
  await page.locator(FIELD).pressSequentially("ambush");
  await page.locator(".search-list [role=option]").first().waitFor();
  assert.equal(await page.locator(".search :is(script, img, svg, [onfocus], [onmouseover])").count(), 0);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("queries with markup are searched as text and run nothing, in the box, in the address and in what is remembered", async () => {
  const page = await visit(await searchable());
  for (const text of Object.values(ATTACKS)) {
    await page.at("/en-us/");
    await page.fill(FIELD, text);
    await page.locator(".search-panel:not([hidden])").waitFor();
    await page.press(FIELD, "Enter");
    await page.waitForURL("**/en-us/search/?q=*");
    await page.waitForFunction(() => document.querySelector(".results-note")?.textContent);
    assert.equal(await page.inputValue("#results-field"), text);
    assert.equal(await page.locator(".results :is(script, img, svg)").count(), 0);
  }
  await page.at("/en-us/search/");
  await page.locator(".result-list a").first().waitFor();
  assert.equal((await page.locator(".result-list a").allTextContents())[0], Object.values(ATTACKS).at(-1));
  await page.at(`/en-us/search/?q=word&f.${encodeURIComponent(ATTACKS.image)}=${encodeURIComponent(ATTACKS.script)}&f.__proto__=x&f.colour=`);
  await page.locator(".results-note:not(:empty)").waitFor();
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("odd queries are answered or found nowhere, and break nothing", async () => {
  const page = await visit(await searchable());
  await page.at("/en-us/");
  for (const query of ['"', '""', "-", "- -word", "a:b:c", '"word', "\u0000", "\u202e\u200b", "😀😀", "％", "x".repeat(200), "word ".repeat(39)]) {
    await page.fill(FIELD, query);
    await page.waitForTimeout(250);
    assert.ok(await page.locator(".search-foot .link", { hasText: "Try again" }).isHidden(), `the search failed for ${JSON.stringify(query)}`);
  }
  await page.fill(FIELD, "zebra");
  await page.locator(".search-list [role=option]").first().waitFor();
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("a site can have an article where the page of results would be, and addresses that are files", async () => {
  const project = await write("clash", {
    "polydoc.yml": "title: Clash\nurl_style: file\nbase_path: /docs\n",
    "content/en-US/search/index.md": "# About search\n\nWords of the article.\n",
    "content/en-US/first.md": "# First\n\nA giraffe.\n",
  });
  const output = await build(project, `${project}-out/docs`);
  const site = await open(`${project}-out`);
  const page = await visit(site);
  await page.at("/docs/en-us/search/");
  assert.equal(await page.textContent("h1"), "About search");
  await page.fill(FIELD, "giraffe");
  await page.press(FIELD, "Enter");
  await page.waitForURL("**/docs/en-us/search-2/?q=giraffe");
  await page.locator(".result").first().click();
  await page.waitForURL("**/docs/en-us/first.html*");
  assert.ok(output.endsWith("docs"));
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("a site without search has neither box nor page nor index", async () => {
  const project = await write("without", {
    "polydoc.yml": "title: Without\noutputs:\n  search: false\n",
    "content/en-US/first.md": "# First\n\nWords.\n",
  });
  const site = await open(await build(project, `${project}-out`));
  const page = await visit(site);
  await page.at("/en-us/first/");
  await page.keyboard.press("/");
  assert.equal(await page.locator("form, link[rel=search-index]").count(), 0);
  assert.equal((await page.request.get(`${site.url}/en-us/search/`)).status(), 404);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

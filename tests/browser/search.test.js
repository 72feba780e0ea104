// Searching, as readers do it: in the box with mouse, keyboard and thumb, and on the page of results.
import assert from "node:assert/strict";
import { test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { DESKTOP, PHONE, visit } from "./browser.js";
import { build, manual, open, sample, searchable, write } from "./sites.js";

const FIELD = "#search-field";
const OPTIONS = ".search-list [role=option]";

/** Types into the box and waits until the list answers. */
async function type(page, query) {
  await page.locator(FIELD).fill("");
  await page.locator(FIELD).pressSequentially(query);
  await page.waitForFunction((query) => {
    const list = document.querySelector(".search-panel:not([hidden])");
    return list && document.querySelector("#search-field")?.value === query;
  }, query);
  await settled(page);
}

/** Waits until nothing is asked and drawn any more: what is said to screen readers comes last. */
async function settled(page) {
  await page.waitForTimeout(900);
}

const titles = (page) => page.locator(".search-list .result-title").allTextContents();

async function accessible(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
}

test("a reader types, chooses with the mouse and lands on the section", async () => {
  const page = await visit(await manual());
  await page.at("/en-us/");
  await page.click(FIELD);
  await type(page, "bidirectional control");
  const first = page.locator(OPTIONS).first();
  assert.equal(await page.locator(`${OPTIONS} mark`).count() > 0, true);
  const target = await first.getAttribute("href");
  await first.click();
  await page.waitForURL((url) => url.href.endsWith(target));
  const { hash } = new URL(page.url());
  if (hash) assert.ok(await page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`).isVisible());
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("a result inside a page leads to its heading, which is then in view", async () => {
  const page = await visit(await searchable());
  await page.at("/en-us/");
  await page.keyboard.press("/");
  await type(page, "zebra crossing");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en-us/long/#far-below");
  assert.ok(await page.locator("#far-below").evaluate((heading) => {
    const { top } = heading.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  }));
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("the keyboard alone opens, walks, follows and closes", async () => {
  const page = await visit(await manual());
  await page.at("/en-us/guide/writing/");
  const attribute = (name) => page.getAttribute(FIELD, name);
  await page.keyboard.press("Control+k");
  await type(page, "redirects");
  assert.equal(await attribute("role"), "combobox");
  assert.equal(await attribute("aria-expanded"), "true");
  assert.match((await page.locator("form.search [role=status]").textContent()) ?? "", /^\d+ results?$/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const active = await attribute("aria-activedescendant");
  assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
  assert.equal(await page.locator("[aria-selected=true]").count(), 1);
  // Up twice leads through the first into the field, once more to the last.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await attribute("aria-activedescendant"), null);
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.locator("[aria-selected=true]").getAttribute("class"), "search-more");
  await page.keyboard.press("Escape");
  assert.equal(await attribute("aria-expanded"), "false");
  assert.ok(await page.locator(".search-panel").isHidden());
  await page.keyboard.press("Escape");
  assert.equal(await page.inputValue(FIELD), "");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "BODY");
  // A slash in a field is a slash.
  await page.keyboard.press("/");
  await page.keyboard.type("a/b");
  assert.equal(await page.inputValue(FIELD), "a/b");
  // Enter without a choice leads to the page of results.
  await type(page, "redirects");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en-us/search/?q=redirects");
  await page.locator(".result").first().waitFor();
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("the list and the page of results are accessible in all looks", async () => {
  const found = [];
  for (const [look, options, path] of [
    ["light", DESKTOP, "/en-us/"],
    ["dark", { ...DESKTOP, colorScheme: "dark" }, "/fr-fr/"],
    ["phone", PHONE, "/en-us/guide/"],
  ]) {
    const page = await visit(await manual(), options);
    await page.at(path);
    await page.locator(FIELD).focus();
    await type(page, "markdown");
    await page.keyboard.press("ArrowDown");
    found.push(...(await accessible(page)).map((what) => `${look}, list: ${what}`));
    await page.locator(FIELD).press("Escape");
    await page.at(`${path.slice(0, 7)}search/?q=markdown`);
    await page.locator(".result").first().waitFor();
    found.push(...(await accessible(page)).map((what) => `${look}, page: ${what}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) found.push(`${look}: ${wide} pixels too wide`);
    found.push(...page.faults());
    await page.done();
  }
  assert.deepEqual(found, []);
});

test("on a phone the list has the width of the window, and closes by a button", async () => {
  const page = await visit(await manual(), PHONE);
  await page.at("/en-us/");
  await page.tap(FIELD);
  await type(page, "language");
  const box = await page.locator(".search-panel").boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.width > 340, JSON.stringify(box));
  await page.tap(".search-close");
  assert.ok(await page.locator(".search-panel").isHidden());
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("in a right-to-left language everything runs from the right", async (t) => {
  const site = await sample();
  if (!site) return t.skip("no corpus");
  const page = await visit(site);
  await page.at("/ar-sa/");
  await page.keyboard.press("/");
  await type(page, "البريد");
  assert.ok((await titles(page)).length > 2);
  assert.equal(await page.locator(OPTIONS).first().evaluate((option) => getComputedStyle(option).direction), "rtl");
  assert.equal(await page.locator("mark").first().evaluate((mark) => getComputedStyle(mark).unicodeBidi), "isolate");
  assert.match((await page.locator("form.search [role=status]").textContent()) ?? "", /[٠-٩]/, "digits of the language");
  const panel = await page.locator(".search-panel").boundingBox();
  assert.ok(panel.x >= 0 && panel.x + panel.width <= 1280);
  await page.keyboard.press("Enter");
  await page.locator(".result").first().waitFor();
  const mark = await page.locator(".result-title").first().boundingBox();
  assert.ok(mark.x + mark.width > 1200, "results begin at the right edge");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("a language that has no answer offers one that has", async () => {
  const page = await visit(await searchable());
  await page.at("/fr-fr/");
  await page.keyboard.press("/");
  await type(page, "zebra");
  const offer = page.locator(".search-more");
  await offer.waitFor();
  assert.match((await offer.textContent()) ?? "", /1\s.*anglais/);
  await offer.click();
  await page.waitForURL("**/en-us/search/?q=zebra");
  await page.locator(".result").first().waitFor();
  assert.equal(await page.locator(".result").count(), 1);
  await page.at("/fr-fr/search/?q=zebra");
  await page.locator(".results-action a").click();
  await page.waitForURL("**/en-us/search/?q=zebra");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("equal titles are told apart by where they lie, and by their names when they lie together", async () => {
  const page = await visit(await searchable());
  await page.at("/en-us/search/?q=twin");
  await page.locator(".result").first().waitFor();
  const places = await page.locator(".result-place").allTextContents();
  assert.equal(places.length, 3);
  assert.equal(new Set(places).size, 3, places.join(" | "));
  await page.done();
});

test("filters narrow the results, stand in the address, and are undone by Back", async () => {
  const page = await visit(await searchable());
  await page.at("/en-us/search/?q=word");
  await page.locator(".filters label").first().waitFor();
  const results = () => page.locator(".result").count();
  const all = await results();
  assert.deepEqual(await page.locator(".filters legend").allTextContents(), ["Service", "colour"]);
  const blue = page.locator(".filters label", { hasText: "blue" });
  const count = Number(await blue.locator(".filter-count").textContent());
  assert.ok(count > 0 && count < all, `${count} of ${all}`);
  await blue.click();
  await page.waitForURL("**/en-us/search/?q=word&f.colour=blue");
  await settled(page);
  assert.equal(await results(), count);
  assert.ok(await page.locator(".filters input").evaluateAll((boxes) => boxes.some((box) => box.checked && box === document.activeElement)));
  await page.reload();
  await page.locator(".result").first().waitFor();
  assert.equal(await results(), count, "the address alone says it");
  await page.goBack();
  await settled(page);
  assert.equal(await results(), all);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("a long list is shown in parts", async () => {
  const page = await visit(await manual());
  await page.at("/en-us/search/?q=rule");
  await page.locator(".result").first().waitFor();
  assert.equal(await page.locator(".result").count(), 20);
  await page.click(".results-body .button");
  await page.waitForFunction(() => document.querySelectorAll(".result").length > 20);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("searches made before are kept in the browser by language, offered again, and forgotten on demand", async () => {
  const page = await visit(await manual());
  await page.at("/en-us/");
  await page.keyboard.press("/");
  await type(page, "anchors");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/en-us/");
  await page.at("/en-us/guide/");
  await page.click(FIELD);
  await page.locator(".search-recent").waitFor();
  assert.deepEqual(await page.locator(".search-recent").allTextContents(), ["anchors"]);
  assert.deepEqual(await accessible(page), []);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await page.inputValue(FIELD), "anchors");
  await page.at("/fr-fr/");
  await page.click(FIELD);
  await settled(page);
  assert.equal(await page.locator(".search-recent").count(), 0, "another language");
  await page.at("/en-us/search/");
  await page.locator(".results-action .link").click();
  await page.at("/en-us/");
  await page.click(FIELD);
  await settled(page);
  assert.ok(await page.locator(".search-panel").isHidden());
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("without JavaScript the box leads to a page that says so and lists where all articles are", async () => {
  const site = await manual();
  const page = await visit(site, { ...DESKTOP, javaScriptEnabled: false });
  await page.at("/fr-fr/");
  await page.fill(FIELD, "liens");
  await page.press(FIELD, "Enter");
  await page.waitForURL("**/fr-fr/search/?q=liens");
  assert.ok(await page.locator(".notice").isVisible());
  for (const link of await page.locator(".cards a").all()) {
    const answer = await page.request.get(site.url + (await link.getAttribute("href")));
    assert.equal(answer.status(), 200);
  }
  assert.ok((await page.locator(".cards a").count()) >= 4);
  await page.done();
});

test("what cannot be loaded is said, and loaded when the reader tries again", async () => {
  const site = await manual();
  const page = await visit(site);
  await page.at("/en-us/");
  await page.route("**/*.idx", (route) => route.fulfill({ status: 500, body: "" }));
  await page.keyboard.press("/");
  await page.locator(FIELD).pressSequentially("links");
  const retry = page.locator(".search-foot .link");
  await retry.waitFor();
  await page.unroute("**/*.idx");
  page.faults();
  await retry.click();
  await page.locator(OPTIONS).first().waitFor();
  assert.deepEqual(page.faults(), []);
  await page.done();
});

test("an open page whose index was replaced finds what the new one holds", async () => {
  // Many words, so that not all of the index is loaded at once.
  const word = (number) => [...number.toString(8).padStart(4, "0")].map((digit) => "bakedimofunelora".slice(digit * 2, digit * 2 + 2)).join("");
  const text = (at) => Array.from({ length: 60 }, (_, step) => word((at * 61 + step * 7) % 4096)).join(" ");
  const filler = Array.from({ length: 60 }, (_, at) => [`content/en-US/filler-${at}.md`, `# Filler ${at}\n\n${text(at)}.\n`]);
  const project = await write("replaced", {
    "polydoc.yml": "title: Replaced\n",
    "content/en-US/first.md": "# First\n\nAn aardvark and a badger.\n",
    ...Object.fromEntries(filler),
  });
  const site = await open(await build(project, `${project}-out`));
  const page = await visit(site);
  await page.at("/en-us/");
  await page.keyboard.press("/");
  await type(page, "aardvark");
  assert.deepEqual(await titles(page), ["First"]);
  await write("replaced", {
    "content/en-US/first.md": "# First\n\nA badger alone.\n",
    "content/en-US/second.md": "# Second\n\nA capybara, which is new.\n",
  });
  await build(project, site.folder);
  await type(page, "capybara");
  assert.deepEqual(await titles(page), ["Second"]);
  await type(page, "badger");
  assert.deepEqual(await titles(page), ["First"]);
  assert.deepEqual(page.faults(), []);
  await page.done();
});

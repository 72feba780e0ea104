// What machines say of what we ship: the scripts' types, and the pages' HTML.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { HtmlValidate, StaticConfigLoader } from "html-validate";

import { drawn, lacking, manual, pages, sample, small } from "./sites.js";

/** The standard's own rules; matters of taste are left out. */
const RULES = {
  root: true,
  extends: ["html-validate:standard"],
};

const here = dirname(fileURLToPath(import.meta.url));

test("the types of the theme's scripts agree", async () => {
  const compiler = join(here, "node_modules/.bin/tsc");
  const said = await promisify(execFile)(compiler, ["--project", here, "--pretty", "false"]).then(
    () => "",
    ({ stdout, stderr }) => stdout + stderr,
  );
  assert.equal(said, "");
});

/** What html-validate says of pages, one line each. */
async function said(list) {
  const validator = new HtmlValidate(new StaticConfigLoader(RULES));
  const found = [];
  for (const { url, path } of list) {
    const report = await validator.validateString(await readFile(path, "utf8"), path);
    for (const { messages } of report.results) {
      found.push(...messages.map(({ line, ruleId, message }) => `${url}:${line} ${ruleId}: ${message}`));
    }
  }
  return found;
}

test("the pages of the manual are valid HTML", async () => {
  for (const site of [await manual(), await small(), await lacking()]) {
    assert.deepEqual((await said(await pages(site.folder))).slice(0, 40), []);
  }
});

// Nothing is set apart as the authors' own: what they wrote in HTML is put in order on its way to the page.
test("200 real pages drawn over all languages are valid HTML", async (t) => {
  const site = await sample();
  if (!site) return t.skip("no corpus");
  const list = await drawn(site, 200);
  assert.equal(list.length, 200);
  assert.equal(new Set(list.map(({ lang }) => lang)).size, 8);
  assert.deepEqual((await said(list)).slice(0, 40), []);
});


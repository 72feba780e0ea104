// What machines say of what we ship: the scripts' types, and the pages' HTML.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { HtmlValidate, StaticConfigLoader } from "html-validate";

import { manual, pages, small } from "./sites.js";

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

test("the pages of the manual are valid HTML", async () => {
  const validator = new HtmlValidate(new StaticConfigLoader(RULES));
  const found = [];
  for (const site of [await manual(), await small()]) {
    for (const { url, path } of await pages(site.folder)) {
      const report = await validator.validateString(await readFile(path, "utf8"), path);
      for (const { messages } of report.results) {
        found.push(...messages.map(({ line, ruleId, message }) => `${url}:${line} ${ruleId}: ${message}`));
      }
    }
  }
  assert.deepEqual(found.slice(0, 40), []);
});


// All tests in one process, so that they share sites and browser. Run by tests/run; by hand, after `npm ci`:
//   POLYDOC_BIN=../../target/debug/polydoc node --test-reporter=spec main.js
import { after } from "node:test";

import { quit } from "./browser.js";
import { tidy } from "./sites.js";

import "./attacks.test.js";
import "./conditions.test.js";
import "./controls.test.js";
import "./learn.test.js";
import "./markup.test.js";
import "./pages.test.js";
import "./preview.test.js";
import "./proof.test.js";
import "./search.test.js";
import "./search-hostile.test.js";
import "./search-languages.test.js";
import "./search-parity.test.js";

after(async () => {
  await quit();
  await tidy();
});

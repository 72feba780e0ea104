// Takes the two pictures of README: `node pictures.js`, after `npm ci` and `cargo build`. Small, since they lie in the repository.
import { join } from "node:path";

import { quit, visit } from "./browser.js";
import { manual, repository, tidy } from "./sites.js";

const site = await manual();
const looks = [
  ["desktop", "/en-us/guide/writing/", { viewport: { width: 1280, height: 720 }, colorScheme: "light" }],
  ["phone", "/ja-jp/guide/getting-started/", { viewport: { width: 360, height: 720 }, colorScheme: "dark" }],
];
for (const [name, path, options] of looks) {
  const page = await visit(site, options);
  await page.at(path);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(repository, `tests/browser/pictures/${name}.jpg`), type: "jpeg", quality: 72 });
  await page.done();
}
await quit();
await tidy();

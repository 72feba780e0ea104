// What can be clicked in an article: pictures, tabs, code and addresses of headings; with the mouse and with keys.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { crc32, deflateSync } from "node:zlib";

import { DESKTOP, PHONE, visit } from "./browser.js";
import { build, open, scratch, write } from "./sites.js";

/** A picture in PNG of one grey. */
function picture(width, height) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

let made;
/** An article with everything that can be clicked. */
const site = () =>
  (made ??= (async () => {
    const text = (words) => `# ${words}

![A wide picture](wide.png)

![A small picture](small.png)

# [Linux](#tab/linux)

On Linux.

\`\`\`sh
run --fast
\`\`\`

# [Windows](#tab/windows)

On Windows.

---

## Second part

# [Linux](#tab/linux)

Again on Linux.

# [Windows](#tab/windows)

Again on Windows.

---

${"Words.\n\n".repeat(60)}`;
    const project = await write("controls", { "content/en-US/a.md": text("Controls"), "content/ar-SA/a.md": text("البداية") });
    for (const locale of ["en-US", "ar-SA"]) {
      await writeFile(join(project, `content/${locale}/wide.png`), picture(1600, 900));
      await writeFile(join(project, `content/${locale}/small.png`), picture(40, 30));
    }
    return open(await build(project, join(scratch, "controls-out")));
  })());

test("a picture that is larger than the text is enlarged by a click or a key, and Escape leads back", async () => {
  for (const options of [DESKTOP, PHONE]) {
    const page = await visit(await site(), options);
    await page.at("/en-us/a/");
    assert.equal(await page.locator(".text img").count(), 2);
    assert.equal(await page.locator(".text a.zoom").count(), 1);
    assert.deepEqual(await page.$eval(".text a.zoom img", ({ width, naturalWidth }) => width < naturalWidth), true);
    await page.focus(".text a.zoom");
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    assert.equal(await dialog.getAttribute("aria-label"), "A wide picture");
    const shown = await page.$eval("dialog img", (image) => {
      const { left, right, top, bottom } = image.getBoundingClientRect();
      return image.complete && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right > left;
    });
    assert.ok(shown);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.className), "zoom");
    await page.click(".text a.zoom");
    await dialog.waitFor();
    await page.click("dialog button");
    await dialog.waitFor({ state: "detached" });
    assert.equal(new URL(page.url()).pathname, "/en-us/a/");
    assert.deepEqual(page.faults(), []);
    await page.done();
  }
});

test("tabs are chosen by mouse and keys, together with others of their name, and remembered", async () => {
  for (const [path, next, before] of [["/en-us/a/", "ArrowRight", "ArrowLeft"], ["/ar-sa/a/", "ArrowLeft", "ArrowRight"]]) {
    const page = await visit(await site());
    await page.at(path);
    const shown = () => page.$$eval(".tab", (tabs) => tabs.filter((tab) => tab.checkVisibility()).map((tab) => tab.dataset.tab));
    assert.deepEqual(await shown(), ["linux", "linux"]);
    await page.click(".tabs >> nth=1 >> role=tab >> nth=1");
    assert.deepEqual(await shown(), ["windows", "windows"]);
    await page.keyboard.press(next);
    assert.deepEqual(await shown(), ["linux", "linux"]);
    await page.keyboard.press(before);
    assert.deepEqual(await shown(), ["windows", "windows"]);
    await page.keyboard.press("Home");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Linux");
    await page.keyboard.press("End");
    await page.reload();
    assert.deepEqual(await shown(), ["windows", "windows"]);
    await page.at(`${path}?tabs=linux`);
    assert.deepEqual(await shown(), ["linux", "linux"]);
    assert.deepEqual(page.faults(), []);
    await page.done();
  }
});

test("without scripts all tabs and pictures are there, one below the other", async () => {
  const page = await visit(await site(), { ...DESKTOP, javaScriptEnabled: false });
  await page.at("/en-us/a/");
  for (const words of ["On Linux.", "On Windows.", "Again on Linux.", "Again on Windows."]) {
    assert.ok(await page.getByText(words, { exact: true }).isVisible(), words);
  }
  assert.equal(await page.locator(".copy:visible, .scheme:visible").count(), 0);
  await page.click("a.zoom");
  assert.match(page.url(), /wide\.[0-9a-f]+\.png$/);
  await page.done();
});

test("code and the address of a heading are copied as they are", async () => {
  const page = await visit(await site());
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.at("/en-us/a/");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.focus(".copy");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".copy.done");
  assert.equal(await copied(), "run --fast\n");
  await page.focus(".anchor[href='#second-part']");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".anchor.done");
  assert.equal(await copied(), `${(await site()).url}/en-us/a/#second-part`);
  assert.equal(new URL(page.url()).hash, "#second-part");
  assert.deepEqual(page.faults(), []);
  await page.done();
});

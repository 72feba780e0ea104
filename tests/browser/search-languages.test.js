// Searching in languages: what the index promises for each, seen where readers see it. The same promises are tested in Rust
// (`src/search/tests.rs`), without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";

import { visit } from "./browser.js";
import { build, open, write } from "./sites.js";

/** By locale the texts of pages, and queries with the pages that they find, best first. Pages are named by their places. */
const LANGUAGES = {
  "zh-CN": [["一段简单的文字", "另一篇"], { 段简: "0", "一段简单": "0" }],
  "ko-KR": [["서울은 크다", "부산", "사용자에게 알림"], { 서울: "0", 사용자: "2" }],
  "th-TH": [["การตั้งค่าบัญชีผู้ใช้", "อีเมล"], { บัญชี: "0", ผู้ใช้: "0" }],
  "ja-JP": [["東京都庁舎へようこそ", "がく", "かく", "ライセンス認証"], { 都庁: "0", 認証: "3", がく: "1", かく: "2" }],
  "fr-FR": [["des pages créées hier", "les clés crees", "autre", "abandonner"], { creees: "0 1", crees: "1 0", créées: "0 1", "abandonnés ": "3" }],
  "en-US": [
    ["the permissions here", "nothing at all", "the permisions there", "c and nothing more than c, c", "About C# here", "net income", "The .NET runtime",
      "error 0x80070057 came", "article 8000079", "write to user@example.org", "user, org and example", "sign the paper in", "sign-in", "open setup.exe now"],
    { permisions: "2", "ermissions ": "0", permissions: "0", "C#": "4 3", ".NET": "6 5", "0x80070057": "7", 8000079: "8", "user@example.org": "9 10", "sign-in": "12 11", "setup.exe": "13" },
  ],
  "ar-SA": [["هذا كتاب", "شيء", "كِتَابٌ", "الرسائل"], { الكتاب: "2 0", كتاب: "2 0", "كِتَابٌ": "2 0", "رسائل ": "3" }],
  "he-IL": [["שָׁלוֹם עולם", "אחר", "ההגדרות"], { שלום: "0", "שָׁלוֹם": "0", הגדרות: "2" }],
  "de-DE": [["Straße und Übergröße", "anderes", "Schlüssel"], { strasse: "0", Straße: "0", ubergrosse: "0", schlussel: "2", "Schluessel ": "2" }],
  "tr-TR": [["ışık açık", "İstanbul"], { isik: "0", IŞIK: "0", istanbul: "1", ISTANBUL: "1" }],
  "vi-VN": [["đường dẫn", "khác"], { "duong dan": "0", "đường dẫn": "0" }],
  "el-GR": [["ο δρόμος", "άλλο"], { ΔΡΟΜΟΣ: "0", δρομος: "0", δρόμοσ: "0" }],
};

test("each language finds what its readers type", async () => {
  const files = Object.entries(LANGUAGES).flatMap(([locale, [texts]]) =>
    texts.map((text, at) => [`content/${locale}/${at}.md`, `---\ntitle: "P${at}"\n---\n\n${text}\n`]));
  const project = await write("languages", { "polydoc.yml": "title: Languages\nsource_locale: en-US\n", ...Object.fromEntries(files) });
  const page = await visit(await open(await build(project, `${project}-out`)));
  const wrong = [];
  for (const [locale, [, queries]] of Object.entries(LANGUAGES)) {
    await page.at(`/${locale.toLowerCase()}/search/`);
    for (const [query, wanted] of Object.entries(queries)) {
      const found = await page.evaluate(async (query) => {
        const engine = performance.getEntriesByType("resource").find(({ name }) => /search-engine/.test(name));
        const { results } = await (await import(engine.name)).search(query);
        return results.map(({ url }) => /(\d+)\/$/.exec(url)?.[1]).join(" ");
      }, query);
      if (found !== wanted) wrong.push(`${locale}, ${query}: ${found || "nothing"} instead of ${wanted}`);
    }
  }
  assert.deepEqual(wrong, []);
  // And drawn on the page: the first query of each language marks its words, each isolated.
  for (const [locale, [, queries]] of Object.entries(LANGUAGES)) {
    const [query, wanted] = Object.entries(queries)[0];
    await page.at(`/${locale.toLowerCase()}/search/?q=${encodeURIComponent(query)}`);
    await page.locator(".result").first().waitFor();
    assert.equal(await page.locator(".result-title").first().textContent(), `P${wanted.split(" ")[0]}`, `${locale}, ${query}`);
    assert.equal(await page.locator(".result mark").first().evaluate((mark) => getComputedStyle(mark).unicodeBidi), "isolate");
  }
  assert.deepEqual(page.faults(), []);
  await page.done();
});

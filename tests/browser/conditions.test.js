// Pages under the conditions that readers have: narrow windows, large letters, paper, colours of their own, no motion. Nothing
// is cut, nothing covers what is to be clicked, and nothing moves while a page loads.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { DESKTOP, PHONE, visit } from "./browser.js";
import { drawn, lacking, manual, pages, sample, searchable, small } from "./sites.js";

/** One page of every kind, and those that hold what is hard to fit. */
const PLACES = [
  [manual, ["/en-us/", "/en-us/reference/configuration/", "/fr-fr/guide/writing/", "/ja-jp/guide/project-layout/", "/ar-sa/guide/languages/", "/fr-fr/search/?q=page", "/en-us/404.html"]],
  [lacking, ["/ar-sa/a/", "/translation-status.html", "/"]],
];

/** What is wrong with how a page lies in its window; runs in the page. */
function misfits() {
  const found = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.push(`${wide} pixels too wide`);
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.className}">${element.textContent.trim().slice(0, 30)}`;
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element.closest(".unseen, svg, [popover]:not(:popover-open), .skip")) continue;
    const box = element.getBoundingClientRect();
    const held = element.parentElement?.closest("*") && [...ancestors(element)].some(scrolls);
    if (!held && box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)) found.push(`outside the window: ${name(element)}`);
    const cuts = /hidden|clip/.test(style.overflowX) && style.textOverflow !== "ellipsis";
    if (cuts && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${name(element)}`);
  }
  function* ancestors(element) {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) yield above;
  }
  return found;
}

/** Controls that something else lies over when they are scrolled to; runs in the page. */
function covered() {
  const found = [];
  const controls = [...document.querySelectorAll("a[href], button, summary, select, input, [tabindex='0']")];
  const seen = controls.filter((control) => control.checkVisibility() && !control.closest(".skip, .unseen, [popover]:not(:popover-open)"));
  // The last ones are those that stand under what stays in sight.
  for (const control of [...seen.slice(0, 40), ...seen.slice(-20)]) {
    control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = control.getClientRects()[0];
    if (!box || !box.width || !box.height) continue;
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), box.top + box.height / 2);
    if (!at || !(control.contains(at) || at.contains(control))) found.push(`covered: ${control.outerHTML.slice(0, 100)} by ${at?.outerHTML.slice(0, 60)}`);
  }
  scrollTo(0, 0);
  return found;
}

/** Goes to every place in a way of looking, and collects what is wrong. */
async function everywhere(options, media, look) {
  const found = [];
  for (const [make, paths] of PLACES) {
    const site = await make();
    const page = await visit(site, options);
    await page.emulateMedia(media);
    for (const path of paths) {
      await page.at(path);
      if (path.includes("?q=")) await page.waitForSelector(".result");
      found.push(...(await look(page, path)).map((wrong) => `${path}: ${wrong}`));
      found.push(...page.faults());
    }
    await page.done();
  }
  return found;
}

const fits = async (page) => [...(await page.evaluate(misfits)), ...(await page.evaluate(covered))];

test("in a window of 320 pixels nothing is cut, covered or wider than it", async () => {
  assert.deepEqual(await everywhere({ viewport: { width: 320, height: 640 } }, {}, fits), []);
});

test("at 200 % and 400 % zoom nothing is cut, covered or wider than the window", async () => {
  for (const zoom of [2, 4]) {
    const viewport = { width: 1280 / zoom, height: Math.round(900 / zoom) };
    assert.deepEqual(await everywhere({ viewport, deviceScaleFactor: zoom }, {}, fits), [], `${zoom}00 %`);
  }
});

test("with the reader's own colours what is chosen and what has the focus can still be told", async () => {
  const look = async (page) => {
    const found = await fits(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const told = await page.evaluate(() => {
      const outline = (element) => getComputedStyle(element).outlineStyle !== "none";
      const current = [...document.querySelectorAll(".navigation [aria-current]")].filter((element) => element.checkVisibility());
      return { focus: outline(document.activeElement), current: current.every(outline) };
    });
    if (!told.focus) found.push("no sign of the focus");
    if (!told.current) found.push("no sign of the page in the navigation");
    return found;
  };
  assert.deepEqual(await everywhere(DESKTOP, { forcedColors: "active" }, look), []);
});

test("without motion nothing moves by itself or glides", async () => {
  const look = (page) =>
    page.evaluate(() => {
      const moves = (element, pseudo) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, pseudo);
        return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      };
      const all = [...document.querySelectorAll("*")];
      return all.filter((element) => moves(element) || moves(element, "::before") || moves(element, "::after")).map((element) => element.outerHTML.slice(0, 80));
    });
  assert.deepEqual(await everywhere(DESKTOP, { reducedMotion: "reduce" }, look), []);
});

test("on paper stands the article, whole and alone", async () => {
  const look = (page) =>
    page.evaluate(() => {
      const found = [];
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
      for (const selector of [".search", ".languages", ".scheme", ".navigation", ".menu", ".contents", ".neighbours", ".copy"]) {
        if (shown(selector).length) found.push(`${selector} is printed`);
      }
      for (const text of document.querySelectorAll(".text > *")) {
        if (text.textContent.trim() && !text.checkVisibility()) found.push(`not printed: ${text.outerHTML.slice(0, 80)}`);
      }
      const sheet = document.documentElement.clientWidth;
      for (const box of document.querySelectorAll("main *")) {
        if (box.checkVisibility() && box.getBoundingClientRect().right > sheet + 1) found.push(`beyond the sheet: ${box.outerHTML.slice(0, 80)}`);
      }
      return found;
    });
  // A sheet of A4 within usual margins.
  assert.deepEqual(await everywhere({ viewport: { width: 680, height: 1000 }, colorScheme: "dark" }, { media: "print" }, look), []);
});

test("with scripts nothing on a page moves while it loads and while it is read", async () => {
  const found = [];
  const real = await sample();
  const more = real ? [[async () => real, (await drawn(real, 12)).map(({ url }) => url)]] : [];
  for (const options of [DESKTOP, PHONE]) {
    for (const [make, paths] of [...PLACES, ...more]) {
      const page = await visit(await make(), options);
      await page.addInitScript(() => {
        const shifts = (window.shifts = []);
        new PerformanceObserver((list) => {
          for (const { value, sources, hadRecentInput } of list.getEntries()) {
            if (!hadRecentInput) shifts.push([value, ...sources.map(({ node }) => node?.nodeName + "." + node?.className)]);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      for (const path of paths.filter((path) => path !== "/" && !path.includes("?q="))) {
        await page.at(path);
        await page.waitForLoadState("networkidle");
        for (let down = 0; down < 4; down++) {
          await page.evaluate(() => scrollBy({ top: innerHeight, behavior: "instant" }));
          await page.waitForTimeout(30);
        }
        found.push(...(await page.evaluate(() => window.shifts)).map((shift) => `${path}: ${shift}`));
      }
      await page.done();
    }
  }
  assert.deepEqual(found, []);
});

/** The HTML of all pages of a site, without what authors wrote as code. */
async function documents(site) {
  const all = await pages(site.folder);
  return Promise.all(all.map(async (page) => ({ ...page, html: await readFile(page.path, "utf8") })));
}

async function sites() {
  const all = [await manual(), await small(), await lacking(), await searchable(), await sample()];
  return all.filter(Boolean);
}

test("no page holds a script, a style or a handler of its own", async () => {
  const found = [];
  for (const site of await sites()) {
    for (const { url, html } of await documents(site)) {
      for (const [written] of html.matchAll(/<[a-z](?:[^<>"]|"[^"]*")*>/gi)) {
        const tag = written.replaceAll(/="[^"]*"/g, '=""');
        const is_data = written === '<script type="application/ld+json">';
        if (/^<style/i.test(tag) || /\sstyle\s*=/i.test(tag) || /\son[a-z]+\s*=/i.test(tag)) found.push(`${url}: ${tag}`);
        if (/^<script/i.test(tag) && !/\ssrc=/.test(tag) && !is_data) found.push(`${url}: ${tag}`);
      }
    }
  }
  assert.deepEqual(found, []);
});

test("every page loads at most 60 KiB of HTML, styles and scripts, compressed", async () => {
  const BUDGET = 60 * 1024;
  const found = [];
  for (const site of await sites()) {
    const sizes = new Map();
    /** A file with all that it asks for when it is loaded. */
    const load = async (path, into) => {
      const name = join(site.folder, path);
      if (into.has(name)) return;
      const text = await readFile(name, "utf8");
      into.set(name, sizes.get(name) ?? sizes.set(name, gzipSync(text).length).get(name));
      for (const [, other] of text.matchAll(/^import [^"]*"\.\/([^"]+)"/gm)) await load(join(path, "..", other), into);
    };
    for (const { url, html } of await documents(site)) {
      const loaded = new Map();
      for (const [, path] of html.matchAll(/(?:<script[^>]* src|<link rel="(?:stylesheet|modulepreload)" href)="([^"]+)"/g)) await load(path, loaded);
      // Pictures do not count, wherever they stand.
      const own = gzipSync(html.replaceAll(/data:image\/[^"']*/g, "")).length;
      const bytes = [...loaded.values()].reduce((sum, size) => sum + size, own);
      if (bytes > BUDGET) found.push(`${url}: ${bytes}`);
    }
  }
  assert.deepEqual(found, []);
});

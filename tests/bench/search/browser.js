// What can only be measured in a browser: bytes over the wire, answer times, and Pagefind.
import { gzipSync } from "node:zlib";

import { browser, visit } from "../../browser/browser.js";
import { serve } from "../../browser/server.js";

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** The site in Chromium: how fast answers are once their chunks are there, and what the first and next queries fetch. */
export async function polydocInBrowser(site, locale, queries) {
  const server = await serve(site);
  const page = await visit(server);
  await page.at(`/${locale}/`);
  const before = server.paths.length;
  await page.keyboard.press("/");
  const bytesSince = (from) => server.paths.slice(from).reduce((sum, { bytes }) => sum + bytes, 0);
  await page.locator("#search-field").fill(queries[0]);
  await page.locator(".search-list [role=option]").first().waitFor();
  await page.waitForTimeout(1000);
  const first = bytesSince(before);
  const next = [];
  for (const query of queries.slice(1, 21)) {
    const from = server.paths.length;
    await page.locator("#search-field").fill(query);
    await page.waitForTimeout(600);
    next.push(bytesSince(from));
  }
  const times = await page.evaluate(async (queries) => {
    const script = performance.getEntriesByType("resource").find(({ name }) => /search-engine/.test(name));
    const { open } = await import(script.name);
    const engine = await open(document.querySelector("link[rel=search-index]").href);
    const times = [];
    for (const query of queries) {
      await engine.search(query);
      const start = performance.now();
      await engine.search(query);
      times.push(performance.now() - start);
    }
    return times;
  }, queries.slice(0, 100));
  await page.done();
  await server.close();
  return { first, next: median(next), mostNext: Math.max(...next), time: median(times), slowest: Math.max(...times) };
}

/** Pagefind over the built pages of one language, with its own defaults. `search` asks many queries at once. */
export async function pagefind(site, locale) {
  const { createIndex, close } = await import("pagefind");
  const { index } = await createIndex();
  await index.addDirectory({ path: site, glob: `${locale}/**/*.html` });
  const { files } = await index.getFiles();
  await close();
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  const contents = new Map(files.map(({ path, content }) => [`/pagefind/${path}`, content]));
  return { name: "Pagefind 1.6", note: "its defaults", bytes, contents };
}

/** Asks Pagefind in Chromium. */
export async function askPagefind(site, locale, { contents }, queries) {
  const server = await serve(site);
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  let wire = 0;
  await page.route("**/pagefind/**", (route) => {
    const { pathname } = new URL(route.request().url());
    const content = contents.get(pathname);
    if (!content) return route.fulfill({ status: 404 });
    const isScript = /\.(js|json)$/.test(pathname);
    wire += isScript ? gzipSync(content).length : content.length;
    const type = pathname.endsWith(".js") ? "text/javascript" : "application/octet-stream";
    return route.fulfill({ body: Buffer.from(content), contentType: type });
  });
  // The address of a page on this server that has no policy of its own: Pagefind needs WebAssembly, which ours forbids.
  await page.route("**/bench.html", (route) => route.fulfill({ body: `<!doctype html><html lang="${locale}"><title>x</title>`, contentType: "text/html" }));
  await page.goto(`${server.url}/bench.html`);
  const ask = (list) =>
    page.evaluate(async (list) => {
      globalThis.engine ??= await import("/pagefind/pagefind.js");
      const { engine } = globalThis;
      const answers = [];
      for (const query of list) {
        const start = performance.now();
        const { results } = await engine.search(query);
        const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        answers.push({ urls: data.map(({ url }) => url), time: performance.now() - start });
      }
      return answers;
    }, list);
  await ask(queries.slice(0, 1));
  const first = wire;
  const answers = [];
  const next = [];
  for (let at = 0; at < queries.length; at += 50) {
    const from = wire;
    answers.push(...(await ask(queries.slice(at, at + 50))));
    if (at === 0) next.push((wire - from) / 49);
  }
  const again = await ask(queries.slice(0, 100));
  await context.close();
  await server.close();
  return { answers: answers.map(({ urls }) => urls), first, next: next[0], time: median(again.map(({ time }) => time)) };
}

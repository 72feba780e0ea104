// The engines under comparison, each as `{ name, note, sizes(), search(query) → addresses, best first }`. Pagefind runs only in
// a browser: see browser.js.
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";

const require = createRequire(import.meta.url);
const squeezed = (value) => gzipSync(typeof value === "string" ? value : JSON.stringify(value), { level: 9 }).length;

/** The first ten different pages of some addresses, not percent-encoded. */
export const tenPages = (addresses) => [...new Set(addresses.map((url) => plain(url.replace(/#.*/, ""))))].slice(0, 10);

function plain(url) {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Bytes of all files below a folder. */
export async function bytesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath ?? entry.path, entry.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

export async function polydoc(site, locale, scripts) {
  const { open } = await import(pathToFileURL(join(scripts, "search-engine.js")).href);
  const read = async (url) => {
    const bytes = await readFile(fileURLToPath(url)).catch(() => null);
    return bytes ? new Response(bytes) : new Response(null, { status: 404 });
  };
  const folder = join(site, "assets/search", locale);
  const engine = await open(pathToFileURL(join(folder, "manifest.idx")).href, { fetch: read });
  return {
    name: "polydoc",
    note: "as built",
    bytes: await bytesOf(folder),
    search: async (query) => tenPages((await engine.search(query, { limit: 30 })).results.map(({ url }) => url)),
  };
}

/** MiniSearch as VitePress configures it. */
export function miniSearch(documents) {
  const engine = new MiniSearch({ fields: ["title", "titles", "text"], storeFields: ["url"], searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } } });
  engine.addAll(documents.map(({ headings, ...document }) => ({ ...document, titles: headings.join(" ") })));
  return { name: "MiniSearch 7.2", note: "prefix and fuzzy as in VitePress", bytes: squeezed(engine), search: async (query) => tenPages(engine.search(query).slice(0, 30).map(({ url }) => url)) };
}

/** Lunr with the language packs that MkDocs uses; its query language is switched off by escaping. */
export function lunr(documents, locale) {
  const engine = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(engine);
  require("lunr-languages/tinyseg")(engine);
  const language = locale.split("-")[0];
  require(`lunr-languages/lunr.${language}`)(engine);
  const index = engine(function () {
    this.use(engine[language]);
    this.ref("id");
    this.field("title", { boost: 10 });
    this.field("headings", { boost: 5 });
    this.field("text");
    for (const { id, title, headings, text } of documents) this.add({ id, title, headings: headings.join(" "), text });
  });
  const search = async (query) => {
    const plain = query.replace(/[:~^*+\-\\]/g, " ");
    return tenPages(index.search(plain).slice(0, 30).map(({ ref }) => documents[ref].url));
  };
  return { name: "Lunr 2.3", note: "with the language's pack", bytes: squeezed(index), search };
}

/** FlexSearch with its default encoder and forward matching. */
export async function flexSearch(documents) {
  const engine = new FlexSearch.Document({ tokenize: "forward", document: { id: "id", index: ["title", "headings", "text"] } });
  for (const { id, title, headings, text } of documents) engine.add({ id, title, headings: headings.join(" "), text });
  let bytes = 0;
  await engine.export((_, data) => void (data && (bytes += squeezed(data))));
  const search = async (query) => {
    const fields = engine.search(query, { limit: 30, suggest: true });
    return tenPages(fields.flatMap(({ result }) => result.map((id) => documents[id].url)));
  };
  return { name: "FlexSearch 0.8", note: "tokenize: forward, suggest", bytes, search };
}

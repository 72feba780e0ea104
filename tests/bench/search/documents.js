// The articles of a built site as plain documents: what every engine is given, read from the pages that readers get.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

/** The text of HTML, tags as blanks. */
export function textOf(html) {
  return html
    .replace(/<(script|style|noscript)[^>]*>.*?<\/\1>/gs, " ")
    .replace(/<a class="anchor".*?<\/a>/gs, " ")
    .replace(/<\/?(p|li|ul|ol|h\d|div|tr|td|th|br|pre|blockquote|table|figure|section)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();
}

/** All articles of one language: `{ id, url, title, headings, text }`, in the order of their addresses. */
export async function documents(site, locale) {
  const folder = join(site, locale);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = [];
  for (const entry of entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html"))) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const html = await readFile(path, "utf8");
    if (!html.includes('<body class="page-article"')) continue;
    const article = /<article class="article">(.*?)<\/article>/s.exec(html)?.[1] ?? "";
    const body = article.replace(/<(nav|aside)\b.*?<\/\1>/gs, "");
    const headings = [...body.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(([, , text]) => textOf(text));
    found.push({
      url: `/${relative(site, path).replace(/index\.html$/, "")}`,
      title: textOf(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ""),
      headings,
      text: textOf(body.replace(/<h([1-6])[^>]*>.*?<\/h\1>/gs, " ")),
    });
  }
  found.sort((one, other) => (one.url < other.url ? -1 : 1));
  return found.map((document, id) => ({ id, ...document }));
}

// Sites to look at, built with the binary under test into a folder that is removed at the end: each once.
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { serve } from "./server.js";

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const polydoc = process.env.POLYDOC_BIN ?? join(repository, "target/debug/polydoc");
export const shared = process.env.POLYDOC_SHARED ?? join(repository, "../shared");

export const scratch = mkdtempSync(join(tmpdir(), "polydoc-browser-"));
const servers = [];

/** Ends all servers and removes all that was built. */
export async function tidy() {
  for (const server of servers) await server.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** Builds a project; errors in its content are none of ours. Gives the output folder. */
export async function build(project, output, ...options) {
  const call = promisify(execFile)(polydoc, ["build", project, "--output", output, ...options], { cwd: scratch, maxBuffer: 1 << 28 });
  await call.catch((failure) => {
    if (failure.code !== 1) throw failure;
  });
  return output;
}

/** Serves a built folder: `{ url, paths, folder }`. */
export async function open(folder) {
  const server = await serve(folder);
  servers.push(server);
  return { ...server, folder };
}

/** Serves a project as a preview, with links into an editor: `{ url, process, close }`. */
export async function preview(project, ...options) {
  const child = spawn(polydoc, ["serve", project, "--editor", "vscode", ...options], { cwd: scratch, stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((found, failed) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      if (text.includes("\n")) found(new URL(text.trim()).origin);
    });
    child.on("exit", (code) => failed(new Error(`the preview ended with ${code}`)));
  });
  return { url, process: child, close: () => child.kill() };
}

/** Writes a project: a map from paths to texts. Gives its folder. */
export async function write(name, files) {
  const project = join(scratch, name);
  for (const [path, text] of Object.entries(files)) {
    const file = join(project, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return project;
}

const once = (make) => {
  let made;
  return () => (made ??= make());
};

/** Our own manual. */
export const manual = once(async () => open(await build(repository, join(scratch, "manual"))));

/** Real articles in eight languages; `null` where the corpus is absent, which in continuous integration is a failure. */
export const sample = once(async () => {
  const corpus = join(shared, "corpus/sample");
  if (existsSync(corpus)) return open(await build(corpus, join(scratch, "sample")));
  if (process.env.CI === "true") throw new Error(`no corpus: ${corpus}`);
  return null;
});

/** A small site that has a page of every kind in every address style, among them an old address. */
export const small = once(async () => {
  const article = (title, more = "") => `---\ntitle: ${title}\n${more}---\n# ${title}\n\nWords.\n\n## Part\n\nMore words.\n`;
  const project = await write("small", {
    "polydoc.yml": "title: Small\nsource_locale: en-US\nurl_style: file\n",
    "content/en-US/index.md": article("Start"),
    "content/en-US/guide/first.md": article("First", "redirect_from: /en-us/old\n"),
    // Headings whose ids the page around the article must not have.
    "content/en-US/guide/second.md": `${article("Second")}\n## Main\n\n## Articles\n\n## Navigation\n\n## Contents title\n`,
    "content/ar-SA/guide/first.md": article("الأول"),
  });
  return open(await build(project, join(scratch, "small-out")));
});

/** Articles that some languages lack, with code and links among them; what has no language of its own is in English. */
export const lacking = once(() => lack("lacking", "en-US", { "content/qps-plocm/index.md": "# Home\n\n[a](a.md)\n" }));

/** The same, with pages that have no language of their own in Arabic. */
export const lackingInArabic = once(() => lack("lacking-ar", "ar-SA"));

async function lack(name, source, more = {}) {
  const project = await write(name, {
    "polydoc.yml": `source_locale: ${source}\nbase_url: https://docs.example.org\noutputs: {translation_status: true}\n`,
    "content/en-US/index.md": "# Home\n\n[a](a.md#more)\n",
    "content/en-US/a.md": "# Alpha\n\n`code` and [b](b.md).\n\n```sh\nrun --fast\n```\n\n## More\n\nWords.\n",
    "content/en-US/b.md": "# Beta\n",
    "content/ar-SA/index.md": "# البداية\n\nانظر `code --flag` و[ألفا](a.md#more).\n",
    "content/ar-SA/b.md": "# بيتا\n",
    ...more,
  });
  return open(await build(project, join(scratch, `${name}-out`)));
}

/** A site to search in: far headings, equal titles, filters, titles and texts that would be scripts if they were markup. */
export const searchable = once(async () => {
  const article = (title, body, more = "") => `---\ntitle: ${JSON.stringify(title)}\n${more}---\n\n${body}\n`;
  const filler = Array.from({ length: 80 }, (_, at) => `Paragraph ${at} says a word.\n`).join("\n");
  const attacks = Object.entries(ATTACKS).map(([name, text]) => [
    `content/en-US/attacks/${name}.md`,
    article(`ambush ${text}`, `Text of ${name}: ambush \`${text}\`.`),
  ]);
  const project = await write("searchable", {
    "polydoc.yml": "title: Searchable\nsource_locale: en-US\nsearch:\n  facets: [ms.service, colour]\n",
    "content/en-US/long.md": article("Long", `${filler}\n## Far below\n\nA zebra crossing.\n\n${filler}`),
    "content/en-US/red.md": article("Red", "A word.", "ms.service: mail\ncolour: red\n"),
    "content/en-US/blue.md": article("Blue", "A word.", "ms.service: files\ncolour: blue\n"),
    "content/en-US/sky.md": article("Sky", "A word.", "ms.service: mail\ncolour: blue\n"),
    "content/en-US/here/one.md": article("Twin", "A twin."),
    "content/en-US/here/two.md": article("Twin", "A twin."),
    "content/en-US/there/one.md": article("Twin", "A twin."),
    "content/fr-FR/long.md": article("Long", "Un mot."),
    ...Object.fromEntries(attacks),
  });
  return open(await build(project, join(scratch, "searchable-out")));
});

/** Texts that run something where they are taken for markup, addresses or code. */
export const ATTACKS = {
  script: "<script>alert(1)</script>",
  image: "<img src=x onerror=alert(1)>",
  svg: "<svg/onload=alert(1)>",
  attribute: '" onfocus=alert(1) autofocus x="',
  single: "' onmouseover='alert(1)",
  address: "javascript:alert(1)",
  template: "${alert(1)} {{alert(1)}} {%alert(1)%}",
  closing: "</bdi></a></script><script>alert(1)</script>",
  entity: "&lt;script&gt;alert(1)&lt;/script&gt;",
  prototype: "__proto__ constructor toString hasOwnProperty",
};

/** All Markdown files below a folder. */
export async function articles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith(".md")).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The addresses of all pages of a built folder with the kind that their template says, in a fixed order. */
export async function pages(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html"));
  const found = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const html = await readFile(path, "utf8");
      const url = "/" + relative(folder, path).split("/").map(encodeURIComponent).join("/");
      const kind = /<body class="(?:page-)?([\w-]+)"/.exec(html)?.[1] ?? "none";
      const lang = /<html lang="([^"]+)"/.exec(html)?.[1] ?? "";
      return { url: url.replace(/(^|\/)index\.html$/, "$1"), kind, lang, path, size: html.length };
    }),
  );
  return found.sort((one, other) => (one.url < other.url ? -1 : 1));
}

/** So many article pages of a site, drawn by chance over all its languages: the same ones in every run. */
export async function drawn(site, count) {
  const all = (await pages(site.folder)).filter(({ kind }) => kind === "article" || kind === "folder" || kind === "home");
  const langs = [...new Set(all.map(({ lang }) => lang))].sort();
  // Lehmer's generator, with a fixed seed.
  let state = 20261125;
  const chance = (below) => (state = (state * 48271) % 2147483647) % below;
  const found = new Set();
  for (let at = 0; found.size < Math.min(count, all.length); at++) {
    const own = all.filter((page) => page.lang === langs[at % langs.length] && !found.has(page));
    if (own.length) found.add(own[chance(own.length)]);
  }
  return [...found].sort((one, other) => (one.url < other.url ? -1 : 1));
}

// A site in which a text of an attacker's stands wherever content can put a text, and a watch over what a page does that it should not.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { browser } from "./browser.js";
import { ATTACKS, shared, write } from "./sites.js";

/** Whether all vectors are tried in all places. */
export const isFull = Boolean(process.env.POLYDOC_FULL);

/** Our own texts, and those of the suite: all of them, or every 30th. `null` where the suite is absent. */
export async function vectors() {
  const folder = join(shared, "suites/xss");
  if (!existsSync(folder)) {
    if (process.env.CI === "true") throw new Error(`no corpus: ${folder}`);
    return null;
  }
  const texts = [];
  for (const suite of ["dompurify", "markdown-level"]) {
    for (const line of (await readFile(join(folder, `${suite}.jsonl`), "utf8")).split("\n")) {
      if (line.trim()) texts.push(JSON.parse(line).payload);
    }
  }
  return [...Object.values(ATTACKS), ...texts.filter((_, at) => isFull || at % 30 === 0)];
}

const one = (text) => text.replace(/[\r\n]+/g, " ");
/** A text in the quotation marks of YAML. */
const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** A text as the name of a file, as near to it as file systems allow. */
const named = (text) => Buffer.from(text.replace(/[/\0]/g, "⁄")).subarray(0, 180).toString().replace(/\ufffd+$/, "").replace(/^\.+$/, "dots");

/** Everything that is no raw HTML: what any level must show as text. */
function around(text) {
  return `---
title: ${quoted(`ambush ${text}`)}
description: ${quoted(text)}
author: ${quoted(text)}
ms.topic: ${quoted(text)}
${quoted(text.slice(0, 60) || "x")}: ${quoted(text)}
zone_pivot_groups: ${quoted(text)}
redirect_from: [${quoted(text)}]
---
`;
}

/** A text in all places of a body. */
function body(text) {
  const line = one(text);
  const fence = /~~~/.test(line) ? "x" : line;
  return `# ${line}

## ${line}

${text}

- ${line}
- text ${line} text

> ${text.replace(/\n/g, "\n> ")}

| a |
|---|
| ${line.replace(/\|/g, "\\|")} |

![${line}](x.png "${line.replace(/"/g, "&quot;")}") [a](b.md '${line.replace(/'/g, "&#39;")}') [b](<${line}>) [c](${line}) ![d](<${line}>) <${line}> [${line}][r] [^${line}]

[r]: <${line}> "${line}"
[^${line}]: ${line}

~~~${fence}
${line}
~~~

> [!VIDEO ${line}]

> [!div class="${line}"]
> * ${line}

> [!${line}]
> ${line}

[!INCLUDE [${line}](${line})]

:::image type="content" source="${line}" alt-text="${line}" lightbox="${line}" link="${line}":::

:::zone pivot="${line}"

${line}

:::zone-end

:::code language="${line}" source="${line}":::

# [${line}](#tab/${line})

${line}

# [Other](#tab/other)

Other.

---

<div title="${line}" class="${line}" id="${line}" style="${line}">${line}</div>

<a href="${line}">${line}</a> <img src="${line}" alt="${line}">
`;
}

/** Writes the site; gives its folder and the addresses to visit, one for each vector at least. */
export async function site(name, level, texts) {
  const files = { "polydoc.yml": `title: ${quoted(texts[1])}\nbase_url: https://docs.example.org\nsource_locale: en-US\nhtml: ${level}\noutputs: {markdown: true, translation_status: true}\nsearch:\n  facets: [author, ms.topic]\n` };
  const toc = [];
  texts.forEach((text, at) => {
    // Raw HTML of a trusted file is meant to run.
    files[`content/en-US/v${at}.md`] = around(text) + (level === "trusted" ? `# Own\n\n![${one(text).replace(/[[\]]/g, "")}](x.png)\n` : body(text));
    files[`content/en-US/${named(`n${at} ${text}`)}.md`] = `# Named\n`;
    files[`content/de-DE/v${at}.md`] = around(text);
    toc.push(`- name: ${quoted(text)}\n  href: v${at}.md\n- name: ${quoted(text)}\n  href: ${quoted(text)}\n`);
  });
  files["content/en-US/TOC.yml"] = toc.join("");
  return write(name, files);
}

/** What runs first in every page and frame: whatever a script of an attacker's would call tells it. */
const ALARM = () => {
  const tell = (name) => (...values) => globalThis.tellWhatRan?.(`${name}(${values.map(String).join(", ").slice(0, 80)})`);
  for (const name of ["alert", "confirm", "prompt", "print", "msgbox"]) globalThis[name] = tell(name);
};

/** What a page must not hold, whoever reads it: asked of the tree that the browser made. Frames of its own are looked at as well. */
const WALK = () => {
  const found = [];
  const own = (address) => address === "" || new URL(address, location.href).origin === location.origin;
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) found.push(`${attribute} on <${name}>`);
      if (attribute === "style" || attribute === "srcdoc") found.push(`${attribute} on <${name}>`);
      const bare = value.replace(/[\t\n\r]/g, "").replace(/^[\0- ]+/, "");
      if (/^(?:xlink:)?(?:href|src|action|formaction|data|poster|cite|background)$/i.test(attribute) && /^(?:javascript|vbscript|file|blob):|^data:(?!image\/(?:png|gif|jpe?g|webp)[;,])/i.test(bare)) found.push(`<${name} ${attribute}=${bare.slice(0, 40)}>`);
    }
    if (/^(?:iframe|frame|object|embed|applet|base|math|style|template|textarea)$/.test(name)) found.push(`<${name}>`);
    if (/^(?:svg|select)$/.test(name) && element.closest("article")) found.push(`<${name}>`);
    if (name === "meta" && /^refresh$/i.test(element.httpEquiv)) found.push("<meta refresh>");
    if (name === "form" && !element.matches("[role=search], .search, .results, .search form, .results form")) found.push(`<form ${element.outerHTML.slice(0, 80)}>`);
    if (name === "script" && element.type !== "application/ld+json" && !(element.src && own(element.src) && /\/(?:assets|\.polydoc)\//.test(element.src))) found.push(`<script> ${element.outerHTML.slice(0, 80)}`);
    if (name === "link" && /stylesheet|import|preload/i.test(element.rel) && !own(element.href)) found.push(`<link ${element.href}>`);
  }
  return found;
};

/** Everything that a reader could set off. */
const TOUCH = () => {
  addEventListener("click", (event) => event.preventDefault(), true);
  for (const element of document.body?.querySelectorAll("*") ?? []) {
    for (const type of ["mouseover", "mouseenter", "focus", "focusin", "pointerover", "toggle", "error", "load", "animationstart", "transitionend", "begin"]) element.dispatchEvent(new Event(type));
  }
};

/**
 * A page that is watched, with its content security policy switched off: `hits()` gives what ran, was asked for or was found in
 * its tree since the last call.
 * @param {{ url: string }} site
 */
export async function watch(site) {
  const context = await (await browser()).newContext({ bypassCSP: true, locale: "en-US" });
  let hits = [];
  await context.exposeBinding("tellWhatRan", (_, what) => hits.push(`ran: ${what}`));
  await context.addInitScript(ALARM);
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    hits.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("console", (message) => {
    if (!/Failed to load resource|preload|net::ERR/.test(message.text())) hits.push(`console: ${message.text().slice(0, 120)}`);
  });
  page.on("pageerror", (error) => hits.push(`thrown: ${error.message}`));
  page.on("popup", (popup) => hits.push(`window: ${popup.url()}`));
  page.on("download", (download) => hits.push(`download: ${download.url().slice(0, 80)}`));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) hits.push(`frame: ${frame.url().slice(0, 80)}`);
    else if (!frame.url().startsWith(`${site.url}/`) && frame.url() !== "about:blank") hits.push(`leaves: ${frame.url().slice(0, 80)}`);
  });
  // Pictures and films from elsewhere are what Markdown is for; nothing else may be asked of others.
  await context.route("**/*", (route) => {
    const request = route.request();
    const url = request.url();
    if (url.startsWith(`${site.url}/`)) return route.continue();
    if (!["image", "media"].includes(request.resourceType())) hits.push(`asks (${request.resourceType()}): ${url.slice(0, 80)}`);
    return route.abort();
  });
  const take = () => {
    const taken = hits;
    hits = [];
    return taken;
  };
  return {
    page,
    hits: take,
    /** Visits a path, looks at the tree and sets off what can be set off; gives what was found. */
    async visit(path, { touch = true, walk = true } = {}) {
      await page.goto(site.url + path, { waitUntil: "load", timeout: 120_000 }).catch((error) => {
        if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
      });
      if (walk) hits.push(...(await page.evaluate(WALK)));
      if (touch) await page.evaluate(TOUCH);
      // What was set off may run a moment later.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
      return take();
    },
    done: () => context.close(),
  };
}

// Measures the preview: from the write of a file to the new text in Chromium's DOM, start, and memory.
//
//   node tests/bench/serve/preview.mjs                 a site of 40 articles: 50 edits of an article, 20 of each other kind
//   node tests/bench/serve/preview.mjs --large DIR     105,000 articles, unpacked to DIR by `corpus/unpack DIR --locales 36`
//
// Needs the packages of tests/browser (`npm ci` there), Chromium, and a release build (or POLYDOC_BIN). Prints a table; the exit code is
// 1 when a target is missed. On a machine that does other work, trust the median.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
const { chromium } = createRequire(join(root, "tests/browser/package.json"))("playwright-core");
const polydoc = process.env.POLYDOC_BIN ?? join(root, "target/release/polydoc");
const large = process.argv.includes("--large") ? resolve(process.argv[process.argv.indexOf("--large") + 1]) : null;

const article = (title, text) => `---\ntitle: ${title}\n---\n# ${title}\n\n${text}\n\n## Part\n\nWords.\n`;

async function small() {
  const project = await mkdtemp(join(tmpdir(), "polydoc-preview-"));
  const put = async (path, text) => {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  };
  await put("polydoc.yml", "title: Small\nsource_locale: en-US\n");
  for (const locale of ["en-US", "fr-FR"]) for (let at = 0; at < 20; at++) await put(`content/${locale}/a${at}.md`, article(`Article ${at}`, "Text."));
  return { project, put, locale: "en-US", name: "a3" };
}

/** One article in the middle of a real site; it is put back at the end. */
async function corpus(folder) {
  const docset = "fr-FR/AlchemyInsights";
  const names = (await readdir(join(folder, docset))).filter((name) => name.endsWith(".md")).sort();
  const name = names[Math.floor(names.length / 2)];
  const path = join(folder, docset, name);
  const before = await readFile(path, "utf8");
  const put = (file, text) => writeFile(join(folder, file), text);
  return { project: folder, put, path: `${docset}/${name}`, before };
}

async function serve(project) {
  const start = performance.now();
  const child = spawn(polydoc, ["serve", "--quiet", project], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((found) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      if (text.includes("\n")) found(text.trim().replace(/\/$/, ""));
    });
  });
  const took = performance.now() - start;
  const memory = async () => Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
  // All its threads, in seconds: what counts on a machine that does other work.
  const processor = async () => {
    const fields = (await readFile(`/proc/${child.pid}/stat`, "utf8")).split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  };
  return { url, start, took, memory, processor, close: () => child.kill() };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
let missed = false;
function row(what, numbers, limit, unit = "ms") {
  const value = median(numbers);
  const worst = Math.max(...numbers);
  missed ||= limit !== null && value > limit;
  console.log(`| ${what} | ${value.toFixed(0)} ${unit} | ${worst.toFixed(0)} ${unit} | ${limit ?? "–"} |`);
}

/** Writes a file and waits for a text in the page; the time in between. */
async function edit(page, write, wanted) {
  const start = performance.now();
  await write();
  await page.waitForFunction((text) => document.documentElement?.textContent.includes(text), wanted, { polling: "raf", timeout: 60000 });
  return performance.now() - start;
}

async function times(count, once) {
  const all = [];
  for (let at = 0; at < count; at++) {
    all.push(await once(at));
    await new Promise((done) => setTimeout(done, 150));
  }
  return all;
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--headless", "--disable-gpu"] });
const page = await browser.newPage();
console.log(`load before: ${loadavg()[0].toFixed(1)}\n\n| what | median | worst | target |\n| --- | --- | --- | --- |`);
if (large) {
  const site = await corpus(large);
  const server = await serve(site.project);
  row("start: its address is told, 105,000 articles", [server.took], 5000);
  const address = `/${site.path.toLowerCase().replace(/\.md$/, "/")}`;
  await page.goto(server.url + encodeURI(address), { waitUntil: "load" });
  row("start: a page is shown", [performance.now() - server.start], 5000);
  const panel = page.locator("polydoc-panel details");
  await panel.waitFor({ state: "attached", timeout: 600000 });
  const settled = () =>
    page.waitForFunction(() => /^[^…]+$/.test(document.querySelector("polydoc-panel")?.shadowRoot.querySelector("summary")?.textContent ?? ""), null, { timeout: 600000 });
  await settled();
  row("start: all languages are read", [performance.now() - server.start], null);
  row("start: processor time of all threads", [1000 * (await server.processor())], 10000);
  const all = await times(50, (at) => edit(page, () => site.put(site.path, `${site.before}\n\nSentence number ${at} of many.\n`), `Sentence number ${at} of many.`));
  row("a sentence", all, 500);
  const headings = await times(10, (at) => edit(page, () => site.put(site.path, `${site.before}\n\n## Heading number ${at} of many\n`), `Heading number ${at} of many`));
  row("a heading, while the site is put together", headings, 500);
  const titles = await times(10, (at) => edit(page, () => site.put(site.path, site.before.replace(/^title: .*$/m, `title: Title number ${at} of many`)), `Title number ${at} of many`));
  row("a title, while the site is put together", titles, 500);
  await settled();
  const whole = await times(3, async (at) => {
    const [start, before] = [performance.now(), await server.processor()];
    await edit(page, () => site.put(site.path, `${site.before}\n\n## Whole number ${at} of many\n`), `Whole number ${at} of many`);
    await settled();
    return [performance.now() - start, 1000 * ((await server.processor()) - before)];
  });
  row("a heading, until the whole site has it", whole.map(([time]) => time), null);
  row("the same in processor time", whole.map(([, time]) => time), null);
  await site.put(site.path, site.before);
  await settled();
  row("memory, at most", [await server.memory()], 1536, "MiB");
  server.close();
} else {
  const { project, put, locale, name } = await small();
  const server = await serve(project);
  row("start, 40 articles", [server.took], null);
  await page.goto(`${server.url}/${locale.toLowerCase()}/${name}/`, { waitUntil: "load" });
  await page.locator("polydoc-panel details").waitFor({ state: "attached", timeout: 60000 });
  const file = `content/${locale}/${name}.md`;
  row("an article: a sentence", await times(50, (at) => edit(page, () => put(file, article("Article", `Sentence ${at}.`)), `Sentence ${at}.`)), 150);
  row("an article: its title", await times(20, (at) => edit(page, () => put(file, article(`Title number ${at}`, "Text.")), `Title number ${at}`)), 150);
  row("a template", await times(20, (at) => edit(page, () => put("templates/parts/footer.html", `<footer>Footer ${at}.</footer>\n`), `Footer ${at}.`)), 1000);
  row("a message", await times(20, (at) => edit(page, () => put("locales/en-US/site.ftl", `home-title = Home\nskip-link = Skip ${at}!\n`), `Skip ${at}!`)), 1000);
  row("the settings", await times(20, (at) => edit(page, () => put("polydoc.yml", `title: Name ${at}.\nsource_locale: en-US\n`), `Name ${at}.`)), 1000);
  row("memory, at most", [await server.memory()], null, "MiB");
  server.close();
  await rm(project, { recursive: true });
}
await browser.close();
process.exitCode = missed ? 1 : 0;

// A small panel in a corner: what is wrong with the page, its file, and its other languages beside it. It lives in a shadow tree, so
// that neither the theme nor the panel sees the other.

const STYLE = `
:host { all: initial; position: fixed; inset-block-end: 0.75rem; inset-inline-end: 0.75rem; z-index: 2147483647; color-scheme: light dark; }
* { box-sizing: border-box; }
details { font: 14px/1.45 system-ui, sans-serif; color: CanvasText; max-width: min(44rem, calc(100vw - 1.5rem)); }
summary { list-style: none; cursor: pointer; margin-inline-start: auto; width: fit-content; padding: 0.3rem 0.75rem; border-radius: 1rem; background: Canvas; border: 1px solid GrayText; box-shadow: 0 1px 4px #0003; }
summary::-webkit-details-marker { display: none; }
summary:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
.error > summary { background: #b3123b; color: #fff; border-color: #b3123b; }
.warning > summary { background: #ffe08a; color: #1f1600; border-color: #c79a00; }
.box { margin-block-end: 0.5rem; max-height: 70vh; overflow: auto; padding: 0.75rem 1rem; border-radius: 0.5rem; background: Canvas; border: 1px solid GrayText; box-shadow: 0 4px 18px #0004; }
details[open] { display: flex; flex-direction: column-reverse; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding-block: 0.6rem; border-block-start: 1px solid #8884; }
li:first-child { border: 0; }
p { margin: 0.2rem 0; }
a { color: LinkText; }
pre { margin: 0.4rem 0; padding: 0.5rem; overflow-x: auto; background: #8882; border-radius: 0.3rem; font: 12.5px/1.5 ui-monospace, monospace; white-space: pre; }
mark { background: #f9c; color: #000; }
strong.error { color: light-dark(#b3123b, #ff8ba0); }
strong.warning { color: light-dark(#7a5a00, #ffd866); }
select { font: inherit; }
`;

const host = document.createElement("polydoc-panel");
const shadow = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
shadow.adoptedStyleSheets = [sheet];

/** An element with attributes and children; texts are texts. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const count = (number, one, many) => (number === 1 ? `1 ${one}` : `${number} ${many}`);

function excerpt(lines) {
  const width = Math.max(...lines.map((line) => String(line.number).length));
  const shown = lines.flatMap((line) => {
    const number = `${String(line.number).padStart(width)} │ `;
    const [from, to] = line.marked ?? [0, 0];
    if (from === to) return [`${number}${line.text}\n`];
    return [number, line.text.slice(0, from), make("mark", {}, line.text.slice(from, to)), `${line.text.slice(to)}\n`];
  });
  return make("pre", { dir: "auto" }, ...shown);
}

function place(text, edit) {
  return make("p", { dir: "ltr" }, edit ? make("a", { href: edit }, text) : make("code", {}, text));
}

function finding(it) {
  return make(
    "li",
    {},
    make("p", {}, make("strong", { class: it.severity }, it.severity), ` ${it.message}`),
    place(it.place, it.edit),
    it.excerpt.length > 0 ? excerpt(it.excerpt) : null,
    ...it.help.map((text) => make("p", {}, text)),
    make("p", {}, make("code", {}, `polydoc explain ${it.rule}`)),
  );
}

function failure(it) {
  const rest = [it.cause, ...it.hints].filter(Boolean);
  return make("li", {}, make("p", {}, make("strong", { class: "error" }, "The site cannot be made")), make("pre", {}, it.message), ...rest.map((text) => make("p", {}, text)));
}

function languages(all) {
  const own = all.find((language) => language.current);
  const others = all.filter((language) => !language.current);
  if (!own || others.length === 0) return null;
  const choice = make("select", { "aria-label": "Language to show beside this one" }, make("option", { value: "" }, "Side by side with …"));
  for (const language of others) choice.append(make("option", { value: language.url, lang: language.tag }, language.name));
  choice.addEventListener("change", () => {
    if (choice.value) location.href = `/.polydoc/side?left=${encodeURIComponent(own.url)}&right=${encodeURIComponent(choice.value)}`;
  });
  return make("p", {}, choice);
}

let shown = "";
/** Asks what there is to say, and shows it. */
export async function refresh() {
  const answer = await fetch(`/.polydoc/page?path=${encodeURIComponent(location.pathname)}`, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const text = await answer.text();
  if (text === shown) return;
  shown = text;
  const page = JSON.parse(text);
  const errors = page.findings.filter((it) => it.severity === "error").length;
  const warnings = page.findings.length - errors;
  const words = [];
  if (page.failure) words.push("not the newest: the site cannot be made");
  else if (page.settling) words.push(`${page.settling} …`);
  if (page.draft) words.push("draft");
  if (errors > 0) words.push(count(errors, "error", "errors"));
  if (warnings > 0) words.push(count(warnings, "warning", "warnings"));
  const items = page.findings.map(finding);
  if (page.failure) items.unshift(failure(page.failure));
  const level = page.failure || errors > 0 ? "error" : warnings > 0 ? "warning" : "fine";
  // It stays open when somebody opened it, and opens by itself when the site cannot be made.
  const old = shadow.querySelector("details");
  const isOpen = page.failure !== null || (old?.open ?? false);
  const panel = make(
    "details",
    { class: level, lang: "en", dir: "ltr" },
    make("summary", {}, words.length > 0 ? words.join(", ") : "preview"),
    make(
      "div",
      { class: "box" },
      items.length > 0 ? make("ul", {}, ...items) : make("p", {}, "Nothing is wrong with this page."),
      page.settling ? make("p", {}, "This page shows what its own file says. What other pages and languages add to it follows in a moment.") : null,
      page.draft ? make("p", {}, "This page is a draft: build leaves it out.") : null,
      page.file ? place(page.file, page.edit) : null,
      languages(page.languages),
    ),
  );
  panel.open = isOpen && !(old && page.failure === null && old.classList.contains("failed"));
  if (page.failure) panel.classList.add("failed");
  shadow.replaceChildren(panel);
  if (!host.isConnected) document.body.append(host);
}

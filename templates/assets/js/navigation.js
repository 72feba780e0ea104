// Looks for entries in the table of contents beside the article: by their words, and by those that `displayName` adds. The table is
// loaded when the field is touched; until then, and without it, the entries around the page stand there.

/** How many entries are shown; more are none that anybody reads. */
const MOST = 100;

/** @typedef {[depth: number, title: string, url?: string | null, terms?: string, lang?: string]} Entry */

/** Letters without marks, in lower case. @param {string} text */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {Entry[]} entries @param {string} query */
function matches(entries, query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const fits = entries.map(([, title, , terms = ""]) => {
    const text = folded(`${title} ${terms}`);
    return words.every((word) => text.includes(word));
  });
  // What leads to an entry is shown with it.
  const shown = new Set();
  /** @type {number[]} */
  const way = [];
  entries.forEach(([depth], at) => {
    way.length = depth;
    way[depth] = at;
    if (fits[at] && shown.size < MOST) way.forEach((above) => shown.add(above));
  });
  return entries.filter((_, at) => shown.has(at));
}

/** @param {Entry} entry */
function item([depth, title, url, , lang]) {
  const item = document.createElement("li");
  if (depth) item.className = `depth-${depth}`;
  const words = document.createElement("bdi");
  words.textContent = title;
  if (lang) words.lang = lang;
  const holder = document.createElement(url ? "a" : "span");
  if (holder instanceof HTMLAnchorElement && url) {
    holder.href = url;
    if (holder.pathname === location.pathname && !holder.hash) holder.setAttribute("aria-current", "page");
  }
  holder.append(words);
  item.append(holder);
  return item;
}

/** @param {HTMLInputElement} field */
export function start(field) {
  const { table } = field.dataset;
  const list = field.closest("nav")?.querySelector("ul");
  const said = field.parentElement?.querySelector("output");
  if (!table || !list || !said || field.dataset.ready) return;
  field.dataset.ready = "true";
  const around = [...list.children];
  const loading = fetch(table).then((answer) => /** @type {Promise<Entry[]>} */ (answer.json()));
  const look = async () => {
    const query = field.value.trim();
    const entries = await loading.catch(() => null);
    if (query !== field.value.trim()) return;
    if (!query || !entries) {
      list.replaceChildren(...around);
      said.textContent = "";
      return;
    }
    const found = matches(entries, query);
    list.replaceChildren(...found.map(item));
    said.textContent = found.length ? "" : said.dataset.none ?? "";
  };
  field.addEventListener("input", look);
  if (field.value) look();
}

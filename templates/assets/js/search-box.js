// The search box in the header: results while one types, a list that is walked with the arrows (the combobox pattern of the
// ARIA Authoring Practices, with a list box). Loaded when the field gets the focus for the first time.
import { drawn, element, elsewhere, engine, forget, keep, languageName, linkOf, nothing, recent, resultsAddress, words } from "./search-answers.js";

/** @typedef {import("./search-answers.js").Answer} Answer */
/** @typedef {import("./search-answers.js").Words} Words */

/** How many results the list shows. */
const MOST = 6;
/** How long to wait for the next letter, and how long before a screen reader is told, in milliseconds. */
const PAUSE = 80;
const QUIET = 700;

/** @type {WeakSet<HTMLFormElement>} */
const started = new WeakSet();

/**
 * Makes a form a search box; once.
 * @param {HTMLFormElement} form
 */
export function start(form) {
  if (started.has(form)) return;
  started.add(form);
  new Box(form);
}

class Box {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    this.note = element("p", { class: "search-note", hidden: "" });
    this.list = element("div", { id: "search-list", class: "search-list", role: "listbox" });
    this.foot = element("p", { class: "search-foot", hidden: "" });
    this.shut = element("button", { type: "button", class: "link search-close", tabindex: "-1" });
    this.panel = element("div", { class: "search-panel", hidden: "" }, this.shut, this.note, this.list, this.foot);
    this.status = element("p", { class: "unseen", role: "status" });
    this.asked = "";
    this.timers = { ask: 0, say: 0 };
    this.control = new AbortController();
    /** @type {Element | null} */
    this.active = null;
    const roles = { role: "combobox", "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(roles)) this.field.setAttribute(name, value);
    form.append(this.panel, this.status);
    this.listen();
    if (document.activeElement === this.field) this.show();
  }

  listen() {
    const { form, field, list } = this;
    field.addEventListener("focus", () => this.show());
    field.addEventListener("click", () => this.show());
    field.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.show();
    });
    field.addEventListener("compositionend", () => this.show());
    field.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", (event) => {
      if (field.value.trim()) keep(field.value.trim());
      else event.preventDefault();
    });
    form.addEventListener("focusout", ({ relatedTarget }) => {
      // Windows that lose the focus keep what they show.
      if (document.hasFocus() && !(relatedTarget instanceof Node && form.contains(relatedTarget))) this.close();
    });
    this.shut.addEventListener("click", () => {
      this.close();
      field.blur();
    });
    // The focus stays in the field while somebody presses the mouse in the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest("[role=option]") : null;
      if (option instanceof HTMLAnchorElement) keep(this.asked);
      else if (option) this.fill(option.textContent ?? "");
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !form.contains(target)) this.close();
    });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, isComposing, altKey } = event;
    if (isComposing) return;
    const options = [...this.list.querySelectorAll("[role=option]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && !altKey) {
      event.preventDefault();
      if (this.panel.hidden) return this.show();
      // Between the last and the first lies the field itself.
      const at = (this.active ? options.indexOf(this.active) : -1) + 1 + step;
      this.activate(options[((at + options.length + 1) % (options.length + 1)) - 1] ?? null);
    } else if (key === "Enter" && this.active instanceof HTMLElement && !this.panel.hidden) {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      this.active.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    } else if (key === "Escape") {
      event.preventDefault();
      if (!this.panel.hidden) this.close();
      else if (this.field.value) this.fill("");
      else this.field.blur();
    } else if (key === "Tab") {
      this.activate(null);
    }
  }

  /** @param {string} query */
  fill(query) {
    this.field.value = query;
    this.show();
  }

  close() {
    this.panel.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.activate(null);
    this.control.abort();
    clearTimeout(this.timers.ask);
    clearTimeout(this.timers.say);
  }

  /** @param {Element | null} option */
  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  /** Shows what belongs to what stands in the field: results, or the searches made before. */
  show() {
    const query = this.field.value.trim();
    this.control.abort();
    this.control = new AbortController();
    const { signal } = this.control;
    clearTimeout(this.timers.ask);
    this.timers.ask = setTimeout(() => this.ask(query, signal), query && !this.panel.hidden ? PAUSE : 0);
  }

  /**
   * @param {string} query
   * @param {AbortSignal} signal
   */
  async ask(query, signal) {
    // What takes long says so.
    const slow = setTimeout(async () => {
      const say = await words(this.form).catch(() => null);
      if (say && query && !signal.aborted) this.tell(say.nodes("loading"), say.text("loading"));
    }, QUIET);
    try {
      const [say, index] = await Promise.all([words(this.form), engine()]);
      this.list.setAttribute("aria-label", say.text("results-label"));
      this.shut.textContent = say.text("close");
      if (signal.aborted) return;
      if (!query) return this.before(say);
      const answer = await index.search(query, { limit: MOST, signal });
      if (signal.aborted) return;
      this.asked = query;
      this.answer(say, query, answer);
      const more = await elsewhere(say, query, answer.total, signal);
      if (more && !signal.aborted) {
        const count = { count: more.count, language: languageName(more.other.tag, more.other.name) };
        const link = { href: resultsAddress(more.other.url, query), class: "search-more", hreflang: more.other.tag };
        this.list.append(this.option("a", link, say.nodes("other-language", count)));
        this.open();
      }
    } catch (error) {
      if (!signal.aborted) this.fail(query);
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * @param {Words} say
   * @param {string} query
   * @param {Answer} answer
   */
  answer(say, query, answer) {
    const { total, results, corrected } = answer;
    const texts = drawn(results);
    const options = results.map((result, at) => this.option("a", linkOf(result), texts[at]));
    if (total > results.length) {
      const link = { href: resultsAddress(this.form.action, query), class: "search-more" };
      options.push(this.option("a", link, say.nodes("all", { count: total })));
    }
    this.list.replaceChildren(...options);
    this.active = null;
    this.field.removeAttribute("aria-activedescendant");
    this.foot.hidden = true;
    if (!total) this.tell(nothing(say, query), say.text("none", { query }));
    else if (corrected) this.tell(say.nodes("corrected", { query: corrected }), `${say.text("corrected", { query: corrected })}. ${say.text("count", { count: total })}`);
    else this.tell([], say.text("count", { count: total }));
    this.open();
  }

  /**
   * The searches made before; nothing when there are none.
   * @param {Words} say
   */
  before(say) {
    const queries = recent();
    this.asked = "";
    this.list.replaceChildren(...queries.map((query) => this.option("div", { class: "search-recent" }, [element("bdi", {}, query)])));
    this.active = null;
    this.tell(queries.length ? say.nodes("recent") : [], "");
    const clear = element("button", { type: "button", class: "link" }, ...say.nodes("recent-clear"));
    clear.addEventListener("click", () => {
      forget();
      this.field.focus();
      this.show();
    });
    this.foot.replaceChildren(clear);
    this.foot.hidden = !queries.length;
    if (queries.length) this.open();
    else this.close();
  }

  /** @param {string} query */
  async fail(query) {
    // Without words there is nothing to say; the form still leads to the page of results.
    const say = await words(this.form).catch(() => null);
    if (!say || !query) return;
    this.list.replaceChildren();
    const retry = element("button", { type: "button", class: "link" }, ...say.nodes("retry"));
    retry.addEventListener("click", () => {
      this.field.focus();
      this.show();
    });
    this.foot.replaceChildren(retry);
    this.foot.hidden = false;
    this.tell(say.nodes("failed"), say.text("failed"));
  }

  /**
   * @param {"a" | "div"} name
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   */
  option(name, attributes, children) {
    const roles = { role: "option", "aria-selected": "false", tabindex: "-1" };
    return element(name, { ...roles, ...attributes }, ...children);
  }

  open() {
    [...this.list.children].forEach((option, at) => (option.id = `search-option-${at}`));
    this.panel.hidden = false;
    this.field.setAttribute("aria-expanded", String(this.list.childElementCount > 0));
  }

  /**
   * Writes a line above the list, and tells screen readers once nobody types any more.
   * @param {(Node | string)[]} nodes
   * @param {string} text
   */
  tell(nodes, text) {
    this.note.replaceChildren(...nodes);
    this.note.hidden = !nodes.length;
    if (nodes.length) this.panel.hidden = false;
    clearTimeout(this.timers.say);
    this.timers.say = setTimeout(() => (this.status.textContent = text), QUIET);
  }
}

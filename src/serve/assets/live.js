// The preview's part of a page: shows the page anew when it changes, where the reader was, and what is wrong with it.
//
// One tab listens for all: browsers open no more than six connections to a host.

const SCROLLED = "polydoc-scrolled";
const meta = document.querySelector('meta[name="polydoc-preview"]');
const inFrame = window.top !== window;

/** Shows the page again where it was. */
function reload() {
  sessionStorage.setItem(SCROLLED, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
  location.reload();
}

/** Scrolls back to where the reader was before the page was shown again. */
function restore() {
  const text = sessionStorage.getItem(SCROLLED);
  sessionStorage.removeItem(SCROLLED);
  const saved = text && JSON.parse(text);
  if (saved && saved.path === location.pathname) scrollTo({ left: saved.x, top: saved.y, behavior: "instant" });
}

let checking = Promise.resolve();
/** Looks whether the page is still the one that is shown. */
function check() {
  checking = checking.then(async () => {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (!answer) return;
    const isError = document.body.classList.contains("polydoc-failure");
    const tag = (answer.headers.get("etag") ?? "").replaceAll('"', "").replace(/-gzip$/, "");
    if (isError ? answer.status !== 500 : answer.status === 500 || (answer.ok && tag !== meta.content)) reload();
    else if (!answer.ok && !isError && meta.dataset.status === "200") reload();
    else if (answer.ok && meta.dataset.status !== "200" && !isError) reload();
    else panel?.refresh();
  });
}

/** What is wrong with the page; loaded after the page itself. */
let panel;
async function showPanel() {
  const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
  meta.dataset.status = String(answer?.status ?? 0);
  if (inFrame) return;
  panel = await import("./panel.js");
  await panel.refresh();
}

const channel = new BroadcastChannel("polydoc-preview");
channel.onmessage = () => check();

/** Hears of changes, and tells the other tabs. */
function listen() {
  return new Promise(() => {
    let known = null;
    new EventSource("/.polydoc/events").onmessage = ({ data }) => {
      const first = known === null;
      known = data;
      // The first one tells what holds; it is news only after a break.
      if (!first || meta.dataset.stale) {
        channel.postMessage(data);
        check();
      }
      meta.dataset.stale = "true";
    };
  });
}

if (meta) {
  restore();
  navigator.locks.request("polydoc-preview", listen);
  // Something may have changed while this page was on its way.
  showPanel().then(check);
}

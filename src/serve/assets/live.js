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

/** What is wrong with the page; shown once it is known. */
let panel;
async function showPanel() {
  if (inFrame) return;
  panel ??= await import("./panel.js");
  await panel.refresh();
}

let checking = Promise.resolve();
/** Looks whether the page is still the one that is shown. */
function check() {
  checking = checking.then(async () => {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    const version = answer?.headers.get("polydoc-version");
    // An answer without a version leads elsewhere, where there is one.
    if (version && version !== meta.content) return reload();
    if (answer) await showPanel();
  });
}

const channel = new BroadcastChannel("polydoc-preview");
channel.onmessage = () => check();

/** Hears of changes, and tells the other tabs. */
function listen() {
  return new Promise(() => {
    let isFirst = true;
    new EventSource("/.polydoc/events").onmessage = ({ data }) => {
      // The first one tells what holds. One after a break may be of another server, which counts anew.
      if (isFirst) return void (isFirst = false);
      channel.postMessage(data);
      check();
    };
  });
}

if (meta) {
  restore();
  navigator.locks.request("polydoc-preview", listen);
  // Something may have changed while this page was on its way.
  check();
}

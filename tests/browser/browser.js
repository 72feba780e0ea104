// The browser, and pages in it that are watched: whatever they say on the console, throw, or ask of other hosts is a fault.
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const executablePath = process.env.POLYDOC_CHROMIUM ?? PLACES.find((place) => existsSync(place));

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing but this machine can be reached, whatever a page tries.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

let started;
/** The one browser of a run, with an empty profile. */
export const browser = () => (started ??= chromium.launch({ executablePath, args: ARGUMENTS }));

/** Ends the browser. */
export const quit = async () => started && (await (await started).close());

export const DESKTOP = { viewport: { width: 1280, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/**
 * A page in a profile of its own. `faults()` gives what went wrong since the last call.
 * @param {{ url: string }} site
 */
export async function visit(site, options = DESKTOP) {
  const context = await (await browser()).newContext({ locale: "en-US", ...options });
  const page = await context.newPage();
  let faults = [];
  page.on("console", (message) => {
    const { url } = message.location();
    // A page for addresses that do not exist is asked for under such an address, and an index that was replaced is too.
    if (message.type() === "error" && !/status of 404/.test(message.text())) faults.push(`console: ${message.text()} (${url})`);
  });
  page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${site.url}/`) && !url.startsWith("data:")) faults.push(`leaves the site: ${url}`);
  });
  const take = () => {
    const taken = faults;
    faults = [];
    return taken;
  };
  return Object.assign(page, {
    faults: take,
    /** Goes to a path of the site. */
    at: (path) => page.goto(site.url + path, { waitUntil: "load" }),
    done: () => context.close(),
  });
}

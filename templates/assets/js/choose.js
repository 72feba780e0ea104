// At the root of the site: goes to the language chosen last, or to the nearest to what the browser asks for.
import { remembered } from "./language.js";

/** @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll(/** @type {"a"} */ (".choose a[hreflang]"))];

/** @param {string} tag */
function likely(tag) {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

/**
 * The same tag; else the same language in the same script, in the region where most speak it if there is a choice.
 * @param {string} tag
 */
function nearest(tag) {
  const same = links.find((link) => link.hreflang.toLowerCase() === tag.toLowerCase());
  const wanted = same ? null : likely(tag);
  if (same || !wanted) return same;
  const kin = links.filter((link) => {
    const other = likely(link.hreflang);
    return other?.language === wanted.language && other.script === wanted.script;
  });
  const home = likely(wanted.language)?.region;
  return kin.find((link) => likely(link.hreflang)?.region === home) ?? kin[0];
}

const tags = [remembered(), ...navigator.languages];
const chosen = tags.map((tag) => tag && nearest(tag)).find(Boolean);
// Readers who come from a page of this site want the list.
const here = document.referrer.startsWith(location.origin + "/");
if (chosen && !here) location.replace(chosen.href + location.hash);

// At the root of the site: goes to the language chosen last, or to the nearest to what the browser asks for.
import { LANGUAGE, kept } from "./storage.js";

/** @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll(/** @type {"a"} */ (".choose a[hreflang]"))];

/** @param {string} tag */
function locale(tag) {
  try {
    const known = new Intl.Locale(tag);
    // Norwegian without more is Bokmål: browsers ask for either.
    return known.language === "no" ? new Intl.Locale(known, { language: "nb" }) : known;
  } catch {
    return null;
  }
}

/**
 * Languages that stand between a region's and the language itself, as CLDR has them.
 * @param {Intl.Locale} wish
 * @returns {string[]}
 */
function parent(wish) {
  /** @type {Record<string, string[]>} */
  const homes = { es: ["ES", "GQ", "PH", "EA", "IC"], pt: ["BR"], en: ["US", "PR", "GU", "VI", "AS", "MP", "UM"] };
  /** @type {Record<string, string[]>} */
  const parents = { es: ["es-419"], pt: ["pt-PT"], en: ["en-001"] };
  const of = homes[wish.language];
  if (!of || !wish.region || of.includes(wish.region)) return [];
  return parents[wish.language];
}

/**
 * As `polydoc::l10n::negotiate` chooses: the same tag, one that leaves open what is asked for, a parent, the same script and
 * region, the region where most speak it, any other in the same script.
 * @param {string} tag
 */
function nearest(tag) {
  const wish = locale(tag);
  if (!wish) return null;
  const sites = links.flatMap((link) => {
    const own = locale(link.hreflang);
    return own ? [{ link, own }] : [];
  });
  const find = (/** @type {(own: Intl.Locale) => boolean} */ test) => sites.find(({ own }) => own.language === wish.language && test(own))?.link;
  const fits = (/** @type {Intl.Locale} */ own, /** @type {Intl.Locale} */ want) => (!own.script || own.script === want.script) && (!own.region || own.region === want.region);
  // Serbian in Russia was Latin up to CLDR 44.
  const full = wish.baseName === "sr-RU" ? new Intl.Locale("sr-Latn-RU") : wish.maximize();
  const home = new Intl.Locale(full, { region: new Intl.Locale(`${full.language}-${full.script}`).maximize().region });
  return (
    links.find((link) => link.hreflang.toLowerCase() === wish.baseName.toLowerCase()) ??
    find((own) => fits(own, wish)) ??
    sites.find(({ own }) => parent(wish).includes(own.baseName))?.link ??
    find((own) => fits(own, full)) ??
    find((own) => fits(own, home)) ??
    find((own) => own.maximize().script === full.script)
  );
}

const chosen = [kept(LANGUAGE) ?? "", ...navigator.languages].map(nearest).find(Boolean);
// Readers who come from a page of this site want the list.
const here = document.referrer.startsWith(location.origin + "/");
if (chosen && !here) location.replace(chosen.href + location.hash);

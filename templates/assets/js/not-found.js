// At an address that does not exist: a host knows one page for all of them, the address says in which language to read it.
/** @type {HTMLAnchorElement[]} */
const homes = [...document.querySelectorAll(/** @type {"a"} */ (".languages a[hreflang]"))];
const home = homes.find((link) => location.pathname.startsWith(link.pathname));

if (home && home.hreflang !== document.documentElement.lang) {
  const answer = await fetch(new URL("404.html", home.href));
  if (answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { lang, dir } = page.documentElement;
    Object.assign(document.documentElement, { lang, dir });
    document.title = page.title;
    document.body.replaceWith(page.body);
  }
}

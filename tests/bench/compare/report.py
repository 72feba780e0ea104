"""Tables of what was measured, in the languages of the manual, and the page that holds them."""

import pathlib
import re
import statistics

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

WORDS = {
    "en-US": {
        "page": "content/en-US/reference/comparison.md",
        "without": "Without search",
        "with": "With search",
        "rows": {
            "full": "full build",
            "second": "second build, nothing changed",
            "edit": "one article changed",
            "memory": "peak memory, full build",
            "files": "files written",
            "bytes": "bytes written",
        },
        "and": "Hugo, then Pagefind",
        "own": "mdBook, its own search",
        "about": "{files} articles in {locales} languages; {date}; {versions}. The machine: {cores} processors ({processor}), "
        "{memory:.0f} GiB of memory. Medians of {runs} runs each, in turn; in parentheses how many times polydoc’s.",
        "busy": "The machine was busy with other work (load {load:.1f}): the times are too long, and only the ratios say something.",
        "pagefind": "Pagefind alone took {seconds:.1f} s.",
        "missing": "Could not be installed and is left out: {names}.",
        "worse": "Not in polydoc’s favour: {rows}.",
        "none": "In no row is another program ahead.",
        "targets": "Targets",
        "target": "{what}, at least {least} ×: {value:.1f} ×, **{met}**",
        "plain": "full build without search, Hugo",
        "search": "full build with search, Hugo followed by Pagefind",
        "met": "met",
        "missed": "missed",
        "zola": "full build without search, Zola by way of Hugo (0.54 of Hugo’s time, see below)",
        "point": ".",
        "group": ",",
        "list": "{row} ({name})",
    },
    "fr-FR": {
        "page": "content/fr-FR/reference/comparison.md",
        "without": "Sans recherche",
        "with": "Avec recherche",
        "rows": {
            "full": "construction complète",
            "second": "deuxième construction, rien n’a changé",
            "edit": "un article modifié",
            "memory": "mémoire au plus fort, construction complète",
            "files": "fichiers écrits",
            "bytes": "octets écrits",
        },
        "and": "Hugo, puis Pagefind",
        "own": "mdBook, sa propre recherche",
        "about": "{files} articles en {locales} langues ; {date} ; {versions}. La machine : {cores} processeurs ({processor}), "
        "{memory:.0f} Gio de mémoire. Médianes de {runs} exécutions chacune, à tour de rôle ; entre parenthèses, combien de fois polydoc.",
        "busy": "La machine avait d’autres travaux (charge {load:.1f}) : les durées sont trop longues, seuls les rapports ont un sens.",
        "pagefind": "Pagefind seul a pris {seconds:.1f} s.",
        "missing": "Non installable ici, et donc absent : {names}.",
        "worse": "En défaveur de polydoc : {rows}.",
        "none": "Aucun autre programme n’est devant, dans aucune ligne.",
        "targets": "Objectifs",
        "target": "{what}, au moins {least} × : {value:.1f} ×, **{met}**",
        "plain": "construction complète sans recherche, Hugo",
        "search": "construction complète avec recherche, Hugo suivi de Pagefind",
        "met": "atteint",
        "missed": "manqué",
        "zola": "construction complète sans recherche, Zola à travers Hugo (0,54 de la durée de Hugo, voir plus bas)",
        "point": ",",
        "group": "\u202f",
        "list": "{row} ({name})",
    },
}

PROGRAMS = ("polydoc", "Hugo", "mdBook")


def text(locale, facts, results):
    """The measured part of the page."""
    words = WORDS[locale]
    names = ["polydoc"] + [name for name in PROGRAMS[1:] if name in results]
    versions = ", ".join(f"{name} {number}" for name, number in facts["versions"].items() if name not in facts["missing"])
    paragraphs = [words["about"].format(**{**facts, "versions": versions, "files": grouped(facts["files"], words)})]
    if facts["load"] > 0.5 * facts["cores"]:
        paragraphs.append(words["busy"].format(load=facts["load"]))
    worse = []
    for search in (False, True):
        shown = [name for name in names if ("full", search) in results[name]]
        titles = {"Hugo": words["and"], "mdBook": words["own"]} if search else {}
        lines = [
            f"| {words['with' if search else 'without']} | " + " | ".join(titles.get(name, name) for name in shown) + " |",
            "| :--- |" + " ---: |" * len(shown),
        ]
        for row, title in words["rows"].items():
            values = {name: value(results[name], row, search) for name in shown}
            cells = []
            for name in shown:
                ratio = values[name] / values["polydoc"]
                if ratio < 1:
                    worse.append(words["list"].format(row=f"{title}, {words['with' if search else 'without'].lower()}", name=titles.get(name, name)))
                cell = formatted(row, values[name], words)
                cells.append(cell if name == "polydoc" else f"{cell} ({number(ratio, words)} ×)")
            lines.append(f"| {title} | " + " | ".join(cells) + " |")
        paragraphs.append("\n".join(lines))
    alone = results.get("Hugo", {}).get(("search alone", True))
    if alone:
        paragraphs.append(words["pagefind"].format(seconds=statistics.median(alone)))
    if facts["missing"]:
        paragraphs.append(words["missing"].format(names=", ".join(facts["missing"])))
    paragraphs.append(words["worse"].format(rows="; ".join(worse)) if worse else words["none"])
    targets = list(of_targets(results, words))
    if targets:
        paragraphs.append("\n".join([f"{words['targets']}:", "", *targets]))
    joined = "\n\n".join(paragraphs)
    return french(joined) if locale == "fr-FR" else joined


def of_targets(results, words):
    """The promises about Hugo, Zola and search."""
    if "Hugo" not in results:
        return
    own = {search: value(results["polydoc"], "full", search) for search in (False, True)}
    plain = value(results["Hugo"], "full", False) / own[False]
    goals = [("plain", 6, plain), ("zola", 3, 0.54 * plain)]
    if ("full", True) in results["Hugo"]:
        goals.append(("search", 8, value(results["Hugo"], "full", True) / own[True]))
    for what, least, reached in goals:
        met = words["met" if reached >= least else "missed"]
        line = words["target"].format(what=words[what], least=least, value=reached, met=met)
        if words["point"] == ",":
            line = re.sub(r"([0-9])[.]([0-9])", r"\1,\2", line)
        yield f"- {line}"


def value(rows, row, search):
    """The median of a row."""
    if row in ("files", "bytes"):
        return statistics.median(size[row == "bytes"] for size in rows[("size", search)])
    return statistics.median(rows[(row, search)])


def formatted(row, value, words):
    if row == "memory":
        return f"{value:,.0f} MiB".replace(",", words["group"])
    if row == "files":
        return grouped(value, words)
    if row == "bytes":
        return f"{value / 2**20:,.0f} MiB".replace(",", words["group"])
    return f"{value:.2f} s".replace(".", words["point"])


def number(value, words):
    return f"{value:.{2 if value < 2 else 1}f}".replace(".", words["point"])


def grouped(value, words):
    return f"{value:,.0f}".replace(",", words["group"])


def french(text):
    """Blanks that do not break before signs, and decimal commas in prose."""
    text = re.sub(r" (?=;)", "\u202f", text)
    text = re.sub(r" :(?!-)", "\u00a0:", text)
    return text.replace("MiB", "Mio")


def write(root, facts, results):
    """Puts the measured part into the page of each language."""
    for locale, words in WORDS.items():
        path = pathlib.Path(root) / words["page"]
        page = path.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        _, after = rest.split(END)
        path.write_text(f"{before}{BEGIN}\n\n{text(locale, facts, results)}\n\n{END}{after}", encoding="utf-8")

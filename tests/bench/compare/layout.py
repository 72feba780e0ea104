"""Lays the same articles out for each program: `all_sites(content, folder)`.

Front matter becomes one line, the title, for the others: a few articles have front matter that they would refuse, and none of
them needs the rest. polydoc gets the articles as they are. All make pages of the same parts.
"""

import json
import pathlib
import re
import shutil

RIGHT_TO_LEFT = {"ar", "he", "fa", "ur"}


def all_sites(content, folder):
    """Folders of sites by name, the locales, and the name of the article that is edited."""
    shutil.rmtree(folder, ignore_errors=True)
    locales = sorted(path.name for path in content.iterdir() if path.is_dir() and re.fullmatch(r"[a-z]{2}-[A-Z]{2}", path.name))
    articles = {locale: read(content / locale) for locale in locales}
    # Files that are included elsewhere are no articles, whatever some programs make of them.
    count = sum(1 for of_locale in articles.values() for path in of_locale if "includes" not in path.parts)
    sites = {"locales": locales, "articles": count}
    for name, search in (("polydoc", False), ("polydoc search", True)):
        sites[name] = polydoc(content, locales, folder / name.replace(" ", "-"), search)
    sites["hugo"] = hugo(articles, folder / "hugo")
    for name, search in (("mdbook", False), ("mdbook search", True)):
        sites[name] = mdbook(articles, folder / name.replace(" ", "-"), search)
    first = articles[locales[0]]
    plain = [path for path in first if re.fullmatch(r"[\w/-]+\.md", str(path))]
    sites["edited"] = pathlib.PurePath(plain[len(plain) // 2]).name
    return sites


def read(folder):
    """The articles of a language: path below its folder, (title, body)."""
    articles = {}
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff")
        front, body = "", text
        if text.startswith("---"):
            parts = re.split(r"(?m)^---[ \t]*$", text, maxsplit=2)
            if len(parts) == 3:
                front, body = parts[1], parts[2]
        title = re.search(r"(?m)^title:[ \t]*(.+?)[ \t]*$", front) or re.search(r"(?m)^#[ \t]+(.+?)[ \t]*$", body)
        title = re.sub(r"<[^>]*>", "", title.group(1)).strip("\"' ") if title else path.stem
        # Shortcodes of Hugo and expressions of templates are text here.
        body = body.replace("{{", "{ {")
        # Titles that a list of chapters can hold.
        articles[path.relative_to(folder)] = (re.sub(r"[\[\]\\<>`*]", "", title).strip() or path.stem, body)
    return articles


def polydoc(content, locales, site, search):
    for locale in locales:
        shutil.copytree(content / locale, site / "content" / locale)
    outputs = "" if search else "outputs:\n  search: false\n"
    (site / "polydoc.yml").write_text(f"version: 1\nbase_url: https://docs.example.org\nfallback: off\n{outputs}", encoding="utf-8")
    return site


HUGO_PAGE = """<!DOCTYPE html>
<html lang="{{ .Site.Language.Locale }}" dir="{{ .Site.Language.Direction | default "ltr" }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ .Site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 160 }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<details><summary>{{ .Site.Language.Label }}</summary><ul>
{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}">{{ .Language.Label }}</a></li>
{{ end }}</ul></details>
</header>
<nav><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}<li>{{ .Title }}</li></ol></nav>
<main data-pagefind-body>
%s
</main>
<footer>polydoc bench</footer>
</body>
</html>
"""

HUGO_ARTICLE = """<aside>{{ .TableOfContents }}</aside>
<article>{{ .Content }}</article>
<nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>"""

HUGO_LIST = """<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>"""


def hugo(articles, site):
    for locale, of_locale in articles.items():
        for path, (title, body) in of_locale.items():
            # An `index.md` would make a bundle of its folder, whose other articles are no pages.
            path = path.with_name("_index.md") if path.name.lower() == "index.md" else path
            write(site / "content" / locale / path, f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{body}")
    languages = {
        locale.lower(): {
            "locale": locale,
            "label": locale,
            "contentDir": f"content/{locale}",
            "weight": at + 1,
            "title": "Documentation",
            "direction": "rtl" if locale[:2] in RIGHT_TO_LEFT else "ltr",
        }
        for at, locale in enumerate(articles)
    }
    settings = {
        "baseURL": "https://docs.example.org/",
        "title": "Documentation",
        "defaultContentLanguage": next(iter(languages)),
        "defaultContentLanguageInSubdir": True,
        "disableKinds": ["taxonomy", "term", "rss"],
        "enableRobotsTXT": True,
        "languages": languages,
        "markup": {"goldmark": {"renderer": {"unsafe": True}}, "highlight": {"noClasses": False}},
    }
    write(site / "hugo.json", json.dumps(settings, ensure_ascii=False, indent=1))
    write(site / "layouts/page.html", HUGO_PAGE % HUGO_ARTICLE)
    for name in ("home", "section"):
        write(site / f"layouts/{name}.html", HUGO_PAGE % HUGO_LIST)
    write(site / "layouts/404.html", HUGO_PAGE % "<h1>404</h1>")
    write(site / "static/site.css", "body { font-family: sans-serif }\n")
    return site


MDBOOK_PAGE = """<!DOCTYPE html>
<html lang="{{ language }}" dir="{{ text_direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<meta name="description" content="{{ description }}">
<link rel="canonical" href="https://docs.example.org/{{ language }}/{{ path }}">
%s<meta property="og:title" content="{{ title }}">
<link rel="stylesheet" href="{{ path_to_root }}site.css">
<script>var path_to_root = "{{ path_to_root }}";</script>
</head>
<body>
<header><a href="{{ path_to_root }}index.html">{{ book_title }}</a>
<details><summary>{{ language }}</summary><ul>
%s</ul></details>
</header>
<nav><ol><li><a href="{{ path_to_root }}index.html">{{ book_title }}</a></li><li>{{ chapter_title }}</li></ol></nav>
<nav><iframe src="{{ path_to_root }}toc.html"></iframe></nav>
<main>
{{{ content }}}
<nav>{{#if previous}}<a rel="prev" href="{{ path_to_root }}{{ previous.link }}">{{ previous.title }}</a>{{/if}}
{{#if next}}<a rel="next" href="{{ path_to_root }}{{ next.link }}">{{ next.title }}</a>{{/if}}</nav>
</main>
</body>
</html>
"""


def mdbook(articles, folder, search):
    alternates = "".join(
        f'<link rel="alternate" hreflang="{locale}" href="https://docs.example.org/{locale}/{{{{ path }}}}">\n' for locale in articles
    )
    switcher = "".join(f'<li><a href="/{locale}/{{{{ path }}}}">{locale}</a></li>\n' for locale in articles)
    books = []
    for locale, of_locale in articles.items():
        book = folder / locale
        lines = ["# Summary", ""]
        for path, (title, body) in of_locale.items():
            # Names that a link in the list of chapters can hold.
            name = re.sub(r"[^\w./-]", "-", str(path), flags=re.ASCII)
            write(book / "src" / name, body)
            lines.append(f"- [{title}]({name})")
        write(book / "src/SUMMARY.md", "\n".join(lines) + "\n")
        direction = "rtl" if locale[:2] in RIGHT_TO_LEFT else "ltr"
        settings = [
            "[book]",
            'title = "Documentation"',
            f'language = "{locale}"',
            f'text-direction = "{direction}"',
            "[output.html.search]",
            f"enable = {str(search).lower()}",
        ]
        write(book / "book.toml", "\n".join(settings) + "\n")
        write(book / "theme/index.hbs", MDBOOK_PAGE % (alternates, switcher))
        books.append(book)
    return books


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

//! A small site with everything that pages are made of, and changes to it by chance.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::files_below;

/// A site on the disk.
pub(super) struct Site {
    folder: TempDir,
}

/// Numbers by chance, the same for the same beginning.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % end
    }

    fn of<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }
}

const CONFIGURATION: &str = "version: 1\nbase_url: https://docs.example.org\ntitle: Handbook\nsource_locale: en-US\nfallback: page\nl10n:\n  glossary: glossary.yml\n";
const ARTICLES: [&str; 6] = [
    "index",
    "guide/start",
    "guide/more",
    "guide/deep/well",
    "mail/send",
    "mail/read",
];

impl Site {
    pub(super) fn new() -> Self {
        let site = Self {
            folder: TempDir::new().unwrap(),
        };
        site.write("polydoc.yml", CONFIGURATION);
        site.write("glossary.yml", "mail:\n  fr: courriel\n");
        for locale in ["en-US", "fr-FR"] {
            for (at, article) in ARTICLES.iter().enumerate() {
                // What is missing in French is shown in English.
                if locale == "en-US" || at != 3 {
                    let up = "../".repeat(article.matches('/').count());
                    let next = ARTICLES[(at + 1) % ARTICLES.len()];
                    let text = format!(
                        "---\ntitle: {locale} {article}\ndescription: About {article}.\n---\n\n# {article}\n\nThe first sentence on mail, [next]({up}{next}.md).\n\n## Part\n\n![A dot]({up}media/dot.png)\n\n:::include file=\"{up}includes/shared.md\":::\n"
                    );
                    site.write(&format!("content/{locale}/{article}.md"), &text);
                }
            }
            site.write(
                &format!("content/{locale}/includes/shared.md"),
                "What *all* share.\n",
            );
            site.write(&format!("content/{locale}/media/dot.png"), "\u{89}PNG one");
            site.write(&format!("content/{locale}/TOC.yml"), "- name: Start\n  href: guide/start.md\n- name: Mail\n  items:\n  - name: Send\n    href: mail/send.md\n");
        }
        site.write(
            "content/en-US/broken.md",
            "# Broken\n\n[gone](nowhere.md)\n",
        );
        site
    }

    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn articles(&self) -> Vec<PathBuf> {
        let all = files_below(&self.root().join("content"), ".md").into_iter();
        all.filter(|path| !path.ends_with("includes/shared.md"))
            .collect()
    }

    /// Changes something, and says what.
    #[expect(
        clippy::too_many_lines,
        reason = "a list of changes, one after the other"
    )]
    pub(super) fn change(&self, chance: &mut Chance, number: usize) -> String {
        let articles = self.articles();
        let article = chance.of(&articles).clone();
        let name = article
            .strip_prefix(self.root())
            .unwrap()
            .display()
            .to_string();
        let locale = if chance.below(2) == 0 {
            "en-US"
        } else {
            "fr-FR"
        };
        let replace = |path: &Path, from: &str, to: &str| {
            let text = fs::read_to_string(path).unwrap_or_default();
            fs::write(path, text.replacen(from, to, 1)).unwrap();
        };
        match chance.below(21) {
            0..=3 => {
                replace(&article, "sentence", &format!("sentence{number}"));
                format!("a sentence in {name}")
            }
            4 => {
                replace(&article, "title: ", &format!("title: {number} "));
                format!("the title of {name}")
            }
            5 => {
                replace(&article, "## Part", &format!("## Part {number}"));
                format!("a heading in {name}")
            }
            6 => {
                let new = article.with_file_name(format!("renamed-{number}.md"));
                fs::rename(&article, new).unwrap();
                format!("{name} renamed")
            }
            7 if articles.len() > 6 => {
                fs::remove_file(&article).unwrap();
                format!("{name} deleted")
            }
            8 => {
                let new = format!("content/{locale}/new/page-{number}.md");
                self.write(
                    &new,
                    &format!("# New {number}\n\nA sentence. [start](../guide/start.md#part)\n"),
                );
                format!("{new} added")
            }
            9 => {
                let folder = self.root().join("content/de-DE");
                if folder.exists() {
                    fs::remove_dir_all(folder).unwrap();
                    return "a language removed".to_owned();
                }
                self.write(
                    "content/de-DE/guide/start.md",
                    "# Anfang\n\nEin Satz, [weiter](more.md).\n",
                );
                "a language added".to_owned()
            }
            10 => {
                let set = [
                    "title: Other\n",
                    "url_style: file\n",
                    "outputs:\n  markdown: true\n",
                    "rules:\n  broken-link: warning\n",
                    "",
                ];
                let set = chance.of(&set);
                let base = if set.starts_with("title") {
                    CONFIGURATION.replace("title: Handbook\n", "")
                } else {
                    CONFIGURATION.to_owned()
                };
                self.write("polydoc.yml", &format!("{base}{set}"));
                format!("settings: {set:?}")
            }
            11 => {
                let path = self.root().join("templates/parts/footer.html");
                if path.exists() && chance.below(2) == 0 {
                    fs::remove_file(path).unwrap();
                    return "a template removed".to_owned();
                }
                self.write(
                    "templates/parts/footer.html",
                    &format!("<footer id=\"f{number}\"></footer>\n"),
                );
                "a template changed".to_owned()
            }
            12 => {
                self.write(
                    &format!("locales/{locale}/site.ftl"),
                    &format!("skip-link = Skip {number}\n"),
                );
                format!("a message in {locale}")
            }
            13 => {
                self.write(
                    &format!("content/{locale}/media/dot.png"),
                    &format!("\u{89}PNG {number}"),
                );
                format!("an image in {locale}")
            }
            14 => {
                self.write(
                    &format!("content/{locale}/TOC.yml"),
                    &format!("- name: Start {number}\n  href: guide/start.md\n"),
                );
                format!("the contents in {locale}")
            }
            15 => {
                self.write(
                    &format!("content/{locale}/includes/shared.md"),
                    &format!("What all share {number}, [x](nowhere-{number}.md).\n"),
                );
                format!("an include in {locale}")
            }
            16 => {
                self.write("glossary.yml", &format!("mail:\n  fr: courriel{number}\n"));
                "the glossary".to_owned()
            }
            17 => {
                let file = fs::File::options().write(true).open(&article).unwrap();
                file.set_modified(std::time::SystemTime::UNIX_EPOCH)
                    .unwrap();
                format!("{name} touched")
            }
            18 => {
                super::keep_time(&article, || {
                    let text = fs::read_to_string(&article).unwrap();
                    let swapped: String = text
                        .chars()
                        .map(|c| if c == 's' { 'z' } else { c })
                        .collect();
                    fs::write(&article, swapped).unwrap();
                });
                format!("{name} with its time set back")
            }
            19 => {
                let output = files_below(&self.root().join("public"), "");
                match chance.below(3) {
                    0 => fs::remove_dir_all(self.root().join("public")).unwrap(),
                    1 => fs::remove_file(chance.of(&output)).unwrap(),
                    _ => fs::write(chance.of(&output), b"altered").unwrap(),
                }
                "the output".to_owned()
            }
            _ => {
                for file in files_below(&self.root().join(".polydoc"), "") {
                    let mut bytes = fs::read(&file).unwrap();
                    if bytes.len() > 1 {
                        let at = chance.below(bytes.len());
                        if chance.below(2) == 0 {
                            bytes.truncate(at);
                        } else {
                            bytes[at] ^= 1 << chance.below(8);
                        }
                        fs::write(file, bytes).unwrap();
                    }
                }
                "the cache damaged".to_owned()
            }
        }
    }
}

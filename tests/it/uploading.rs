//! What `polydoc changes` lists, played onto a copy of the old site: it becomes the new one, and every page finds what it shows at
//! every moment. And the command lines of the manual's pages about several machines and uploads do what the pages say.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::polydoc;
use crate::support::{Project, files_below, root};

const BASE: &str = "/d/";

fn project() -> Project {
    Project::new(
        "-- polydoc.yml --
version: 1
base_url: https://docs.example.org/d
outputs: { markdown: true, feed: true }
-- content/en-US/index.md --
---
title: Home
description: The home page.
---
# Home

![a picture](picture.svg) [one](guide/one.md) [old](old.md)
-- content/en-US/guide/one.md --
---
title: One
description: The first article.
---
# One

Words that can be found.
-- content/en-US/old.md --
---
title: Old
description: An article that goes.
---
# Old

![another picture](other.svg)
-- content/en-US/picture.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>
-- content/en-US/other.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"3\"/>
",
    )
}

/// The second state: a page, a picture and a language are new, a page is gone, and every page has another style sheet.
fn change(project: &Project) {
    let write = |path: &str, text: &str| project.write(path, text.as_bytes());
    write(
        "content/en-US/index.md",
        "---\ntitle: Home\ndescription: The home page.\n---\n# Home\n\n![a picture](picture.svg) [new](new.md) [one](guide/one.md)\n",
    );
    write(
        "content/en-US/new.md",
        "---\ntitle: New\ndescription: A new article.\nredirect_from: /en-us/old/\n---\n# New\n\n![a new picture](new.svg)\n",
    );
    write(
        "content/en-US/picture.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>\n",
    );
    write(
        "content/en-US/new.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>\n",
    );
    write(
        "content/fr-FR/guide/one.md",
        "---\ntitle: Un\ndescription: Un article.\n---\n# Un\n\nDes mots.\n",
    );
    let settings = fs::read_to_string(project.root().join("polydoc.yml")).unwrap();
    write(
        "polydoc.yml",
        &format!(
            "{settings}theme: {{ colors: {{ accent: '#075' }}, dark_colors: {{ accent: '#5fc' }} }}\n"
        ),
    );
    for gone in ["old.md", "other.svg"] {
        fs::remove_file(project.root().join("content/en-US").join(gone)).unwrap();
    }
}

#[track_caller]
fn built(project: &Project) -> PathBuf {
    let run = polydoc(project.root(), &["build"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
    project.root().join("public")
}

/// The files of a site with their bytes, without polydoc's own list.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = files_below(folder, "").into_iter();
    let named = files.map(|path| {
        let name = path
            .strip_prefix(folder)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        (name, fs::read(&path).unwrap())
    });
    named
        .filter(|(name, _)| name != ".polydoc-manifest")
        .collect()
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in tree(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// What a page shows or leads to on its own site, as paths of files.
fn references(html: &str) -> Vec<String> {
    let pieces = ["href=\"", "src=\"", "data-index=\"", "data-words=\""]
        .map(|before| html.split(before).skip(1));
    let values = pieces
        .into_iter()
        .flatten()
        .filter_map(|rest| rest.split('"').next());
    let own = values.filter_map(|value| value.strip_prefix(BASE));
    let files = own.map(|path| {
        let path = path.split(['#', '?']).next().unwrap_or_default();
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    });
    files.collect()
}

/// Every page of a host finds what it shows; with `links`, also the pages that it leads to.
#[track_caller]
fn is_whole(host: &Path, links: bool, when: &str) {
    let mut seen = 0;
    for page in files_below(host, ".html") {
        for reference in references(&fs::read_to_string(&page).unwrap()) {
            let is_page = Path::new(&reference)
                .extension()
                .is_some_and(|it| it == "html");
            seen += 1;
            assert!(
                (is_page && !links) || host.join(&reference).is_file(),
                "{when}: `{}` lacks `{reference}`",
                page.display()
            );
        }
    }
    assert!(
        seen > 20 || when == "first",
        "{when}: pages refer to {seen} files"
    );
}

/// Does what the list says, file by file.
fn play(list: &Value, site: &Path, host: &Path) {
    for step in list["steps"].as_array().unwrap() {
        let name = step["name"].as_str().unwrap();
        for file in step["files"].as_array().unwrap() {
            let path = file["path"].as_str().unwrap();
            let (from, to) = (site.join(path), host.join(path));
            if step["act"] == "upload" {
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                let bytes = fs::read(from).unwrap();
                assert_eq!(file["size"], bytes.len() as u64);
                let hash = format!("blake3:{}", blake3::hash(&bytes).to_hex());
                assert_eq!(file["hash"], hash);
                fs::write(to, bytes).unwrap();
            } else {
                fs::remove_file(to).unwrap();
            }
            is_whole(host, false, &format!("{name}, {path}"));
        }
        is_whole(host, true, &format!("after {name}"));
    }
}

fn changes(folder: &Path, old: &Path, new: &Path) -> Value {
    let arguments = [
        "changes",
        old.to_str().unwrap(),
        new.to_str().unwrap(),
        "--json",
    ];
    let run = polydoc(folder, &arguments);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    serde_json::from_str(&run.out).expect("it is JSON")
}

#[test]
fn no_reader_gets_a_page_that_lacks_something() {
    let project = project();
    let (host, none) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let site = built(&project);
    let first = changes(project.root(), none.path(), &site);
    for step in first["steps"].as_array().unwrap() {
        assert!(step["act"] == "upload" || step["files"] == Value::Array(Vec::new()));
    }
    copy(&site, host.path());
    is_whole(host.path(), true, "first");
    let old = project.root().join("old");
    copy(&site, &old);
    let saved = project.root().join("last-upload.txt");
    fs::copy(site.join(".polydoc-manifest"), &saved).unwrap();

    change(&project);
    let site = built(&project);
    let list = changes(project.root(), &saved, &site);
    assert_eq!(
        list,
        changes(project.root(), &old, &site),
        "the list and the folder say the same"
    );
    let names = list["steps"].as_array().unwrap().iter().map(|step| {
        let files = step["files"].as_array().unwrap().len();
        (step["name"].as_str().unwrap(), files > 0)
    });
    let wanted = [
        ("room", false),
        ("files", true),
        ("new-pages", true),
        ("pages", true),
        ("lists", true),
        ("old-pages", false),
        ("old-files", true),
    ];
    assert_eq!(names.collect::<Vec<_>>(), wanted);
    play(&list, &site, host.path());
    assert!(
        tree(host.path()) == tree(&site),
        "the host has the new site"
    );

    // Back again: pages go.
    let back = project.root().join("back");
    copy(&old, &back);
    play(&changes(project.root(), &site, &back), &back, host.path());
    assert!(
        tree(host.path()) == tree(&old),
        "the host has the old site again"
    );
}

#[test]
fn a_list_tells_people_and_programs_the_same() {
    let project = project();
    let site = built(&project);
    let saved = project.root().join("last-upload.txt");
    fs::copy(site.join(".polydoc-manifest"), &saved).unwrap();
    let run = |options: &[&str]| {
        polydoc(
            project.root(),
            &[&["changes", "last-upload.txt", "public"], options].concat(),
        )
    };
    assert_eq!(run(&[]).out, "nothing to upload and nothing to delete\n");
    change(&project);
    built(&project);
    let told = run(&[]).out;
    assert!(told.contains("\nupload new-pages: "), "{told}");
    assert!(told.contains("  en-us/new/index.html ("), "{told}");
    assert!(
        told.lines().last().unwrap().contains(" to upload, "),
        "{told}"
    );
    let paths = run(&["--step", "new-pages"]).out;
    assert!(
        paths.lines().any(|path| path == "en-us/new/index.html"),
        "{paths}"
    );
    assert_eq!(run(&["--step", "new-page"]).code, 2);
}

#[test]
fn what_is_no_site_is_refused() {
    let project = project();
    let site = built(&project);
    let run = |old: &str, new: &str| polydoc(project.root(), &["changes", old, new]);
    let refused = |run: crate::cli::Run, words: &str| {
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.errors.contains(words), "{}", run.errors);
    };
    refused(run("gone", "public"), "there is no `gone`");
    refused(
        run("polydoc.yml", "public"),
        "`polydoc.yml` is no manifest of a site",
    );
    let text = fs::read_to_string(site.join(".polydoc-manifest")).unwrap();
    project.write("damaged.txt", text.replace(" en-us/", " ../").as_bytes());
    refused(
        run("damaged.txt", "public"),
        "the manifest of `damaged.txt` is damaged",
    );
    fs::remove_file(site.join("en-us/index.html")).unwrap();
    refused(
        run("public", "public"),
        "`en-us/index.html` in `public` is missing",
    );
}

/// The fenced blocks of a language in a page of the manual.
fn blocks(locale: &str, page: &str, language: &str) -> Vec<String> {
    let path = root().join(format!("content/{locale}/guide/{page}.md"));
    let text = fs::read_to_string(path).unwrap();
    let fence = format!("```{language}\n");
    let fences = text.split(&fence).skip(1);
    let blocks = fences.map(|rest| rest.split("```").next().unwrap().to_owned());
    blocks.collect()
}

/// Runs lines of a shell in a folder, with polydoc in the path.
#[track_caller]
fn shell(folder: &Path, script: &str, variables: &[(&str, &str)]) {
    let program = Path::new(env!("CARGO_BIN_EXE_polydoc")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("sh");
    command
        .args(["-euc", script])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", program.display()))
        .envs(variables.iter().copied());
    let output = command.output().expect("there is a shell");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}\n{errors}");
}

/// The command lines of a block that call polydoc, as a shell gets them.
fn commands(block: &str) -> Vec<String> {
    let lines = block.lines().map(str::trim_start);
    let bare = lines.map(|line| {
        let line = line.strip_prefix("- ").unwrap_or(line);
        let line = line.strip_prefix("run: ").unwrap_or(line);
        line.strip_prefix("$ ").unwrap_or(line)
    });
    bare.filter(|line| line.starts_with("polydoc "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_manuals_examples_of_shares_make_the_site() {
    let project = project();
    let whole = tree(&built(&project));
    for locale in ["en-US", "fr-FR"] {
        let mut examples = blocks(locale, "sharding", "console");
        examples.extend(blocks(locale, "sharding", "yaml"));
        assert_eq!(
            examples.len(),
            5,
            "plain, two services, and a job in two parts"
        );
        let place = TempDir::new().unwrap();
        let place = place.path();
        for example in examples {
            let lines = commands(&example);
            let merges = lines.iter().any(|line| line.contains("polydoc merge"));
            assert!(!lines.is_empty());
            for line in &lines {
                let line = line
                    .replace("/shares/", &format!("{}/shares/", place.display()))
                    .replace("/site/", &format!("{}/site/", place.display()));
                if line.contains("polydoc merge") {
                    fs::create_dir_all(place.join("site")).unwrap();
                    shell(&place.join("content"), &line, &[]);
                    continue;
                }
                // What the services do: a folder with the content, a variable or a place for the number, and the share is copied.
                let content = place.join("content");
                copy_project(project.root(), &content);
                let is_plain = !line.contains(['$', '{']);
                for number in 1..=if is_plain { 1 } else { 3 } {
                    let index = (number - 1).to_string();
                    let number = number.to_string();
                    let line = line.replace("${{ matrix.shard }}", &number);
                    let variables = [
                        ("CI_NODE_INDEX", number.as_str()),
                        ("CI_NODE_TOTAL", "3"),
                        ("JOB_COMPLETION_INDEX", &index),
                    ];
                    shell(&content, &line, &variables);
                    if line.contains("--output share ") {
                        fs::create_dir_all(content.join("shares")).unwrap();
                        let artifact = content.join("shares").join(format!("share-{number}"));
                        fs::rename(content.join("share"), artifact).unwrap();
                    }
                }
            }
            if merges {
                let public = [place.join("content/public"), place.join("site/public")];
                let made = public
                    .iter()
                    .find(|path| path.exists())
                    .expect("it was merged");
                assert!(tree(made) == whole, "{locale}: {lines:?}");
                fs::remove_dir_all(place.join("content")).unwrap();
                let _ = fs::remove_dir_all(place.join("site"));
            }
        }
    }
}

fn copy_project(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    fs::copy(from.join("polydoc.yml"), to.join("polydoc.yml")).unwrap();
    copy(&from.join("content"), &to.join("content"));
}

#[test]
fn the_manuals_script_uploads_a_site() {
    for locale in ["en-US", "fr-FR"] {
        let [script] = blocks(locale, "uploading", "sh")
            .try_into()
            .expect("there is one script");
        let (definitions, steps): (Vec<&str>, Vec<&str>) = script
            .lines()
            .partition(|line| line.starts_with("upload()") || line.starts_with("remove()"));
        assert_eq!(definitions.len(), 2);
        // A host that is a folder.
        let here = "upload() { while read -r f; do mkdir -p \"$HOST/$(dirname \"$f\")\"; cp \"public/$f\" \"$HOST/$f\"; done; }
remove() { while read -r f; do rm \"$HOST/$f\"; done; }";
        let script = format!("{here}\n{}", steps.join("\n"));
        let (project, host) = (project(), TempDir::new().unwrap());
        let site = built(&project);
        copy(&site, host.path());
        fs::copy(
            site.join(".polydoc-manifest"),
            project.root().join("last-upload.txt"),
        )
        .unwrap();
        change(&project);
        built(&project);
        shell(
            project.root(),
            &script,
            &[("HOST", host.path().to_str().unwrap())],
        );
        assert!(tree(host.path()) == tree(&site), "{locale}");
        let again = polydoc(project.root(), &["changes", "last-upload.txt", "public"]);
        assert_eq!(again.out, "nothing to upload and nothing to delete\n");
    }
}

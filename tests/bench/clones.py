"""The same articles as clones of repositories and in the plain layout, side by side: what the settings of repositories cost.

Used by `tests/bench/run --only clones`: 36 clone-shaped repositories with about 105,000 articles; with `--quick` four with 11,673.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

# One site of clones may take so many times what the plain layout takes.
LIMIT = 1.2

SETTINGS = {".openpublishing.publish.config.json", "docfx.json"}


def prepare(content, work):
    """Lays the unpacked locales out twice, files as hard links: (clones, plain)."""
    clones, plain = work / "clones-content", work / "plain-content"
    for folder in (clones, plain):
        shutil.rmtree(folder, ignore_errors=True)
    for locale in sorted(path for path in content.iterdir() if path.is_dir()):
        clone = clones / f"Insights-pr.{locale.name}"
        for place, _, names in os.walk(locale):
            below = pathlib.Path(place).relative_to(locale)
            for folder in (clone / below, plain / locale.name / below):
                folder.mkdir(parents=True, exist_ok=True)
            for name in names:
                if name in SETTINGS:
                    continue
                os.link(pathlib.Path(place, name), clone / below / name)
                os.link(pathlib.Path(place, name), plain / locale.name / below / name)
        configure(clone, locale.name)
    return clones, plain


def configure(clone, locale):
    """The settings that such repositories have."""
    docsets = sorted(path.name for path in clone.iterdir() if path.is_dir())
    publish = {
        "docsets_to_publish": [
            {"docset_name": name, "build_source_folder": name, "locale": locale} for name in docsets
        ],
        "dependent_repositories": [{"path_to_root": "_themes", "url": "https://example.org/themes", "branch": "main"}],
    }
    (clone / ".openpublishing.publish.config.json").write_text(json.dumps(publish, indent=2))
    for name in docsets:
        build = {
            "content": [{"files": ["**/*.md", "**/*.yml"], "exclude": ["**/obj/**", "**/includes/**", "**/README.md", "_themes/**"]}],
            "resource": [{"files": ["**/*.png", "**/*.jpg", "**/*.gif", "**/*.svg"], "exclude": ["**/obj/**", "**/includes/**"]}],
            "globalMetadata": {"ms.topic": "article", "feedback_system": "None", "audience": "Admin"},
            "fileMetadata": {"author": {"**/a*.md": "one", "**/b*.md": "two"}, "ms.service": {"**/*.md": "o365"}},
            "dest": name,
        }
        (clone / name / "docfx.json").write_text(json.dumps({"build": build}, indent=2))


def measure(content, work, polydoc, runs, jobs, run, survey, fresh):
    """Builds both in turn and prints one table; true when the clones take too long."""
    layouts = dict(zip(("plain", "clones"), prepare(content, work)))
    sites = {label: work / f"{label}-site" for label in layouts}
    results = {label: [] for label in layouts}
    written = {}
    for turn in range(runs + 1):
        for label, folder in layouts.items():
            print(f"bench: {label} {turn} of {runs}", file=sys.stderr, flush=True)
            fresh(sites[label])
            command = [polydoc, "build", folder, "--output", sites[label], "--jobs", jobs, "--no-fail", "--timings", "--color", "never"]
            measured = run(command, work / f"{label}.log")
            # The first of each is not counted: it warms the page cache.
            if turn or runs == 1:
                results[label].append(measured)
            written[label] = survey(sites[label])
            written[label] = (sum(1 for _ in sites[label].rglob("*.html")), *written[label])
    timings = {label: (work / f"{label}.log.err").read_text(errors="replace").rstrip() for label in layouts}
    articles = sum(1 for _ in layouts["plain"].rglob("*.md"))
    repositories = sum(1 for _ in layouts["clones"].iterdir())
    median = {label: [statistics.median(values) for values in zip(*of)] for label, of in results.items()}
    print(f"## {articles:,} Markdown files in {repositories} clones and in the plain layout, {runs} runs\n")
    print("| | time, median | fastest to slowest | processor time | peak memory | pages | files written | bytes written |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for label, of in results.items():
        seconds, processor, _ = median[label]
        times = [one[0] for one in of]
        pages, files, size = written[label]
        span = f"{min(times):.2f} to {max(times):.2f} s"
        print(f"| {label} | {seconds:.2f} s | {span} | {processor:.2f} s | {max(one[2] for one in of):.0f} MiB | {pages:,} | {files:,} | {size / 2**20:,.0f} MiB |")
    ratio, processor = (median["clones"][at] / median["plain"][at] for at in (0, 1))
    met = ratio <= LIMIT
    print(f"\n- target, clones within {LIMIT} × the time of the plain layout: {ratio:.2f} × (processor time {processor:.2f} ×): **{'met' if met else 'missed'}**\n")
    for label, said in timings.items():
        print(f"Where the time of {label} went, in its last run:\n\n```text\n{said}\n```\n", flush=True)
    for label in layouts:
        fresh(sites[label])
        shutil.rmtree(layouts[label])
        for log in work.glob(f"{label}.log*"):
            log.unlink()
    return not met

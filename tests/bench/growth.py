"""`tests/bench/run --only build` and `--only growth`: full builds beside the baseline, and how time grows with the site.

Not run on its own. `bench` is the module of `tests/bench/run`, whose tools it uses: one process at a time, in turn, each
after a `sync`. Every copy of an article gets a sentence of its own at its end, so that no two bodies are equal.
"""

import math
import shutil
import statistics
import subprocess
import sys

LOCALES = [1, 4, 12, 36]
ARTICLES = [3125, 6250, 12500, 25000, 50000, 100000]
DOUBLING = 2.15
RATIO = 1.6

# What polydoc does in each of its phases, as the baseline can do it: its time is the least that there is.
LIMITS = [("discover", "list", "list"), ("parse", "list", "parse"), ("render", "list", "write")]
PHASES = ["discover", "theme", "parse", "catalogue", "translations", "check", "files", "frame", "render", "search", "publish"]


def build(bench, options, programs, work, unpack):
    """Full builds without search beside the baseline; true when a target is missed."""
    polydoc, baseline = programs
    missed = False
    for locales, runs in ((4, 5), (36, 3)):
        content = laid_out(bench, work / f"build-{locales}", unpack, locales)
        count = sum(1 for _ in content.rglob("*.md"))
        if count > options.up_to:
            bench.remove(content)
            continue
        runs = options.runs or runs
        site, output, bare, sizes = work / "site", work / "site-output", work / "bare-output", work / "sizes"
        without = [polydoc, "build", configured(site, content, False), "--output", output, "--jobs", options.jobs]
        without += ["--no-fail", "--timings", "--color", "never"]
        bench.fresh(output)
        bench.run(without, work / "first.log")
        bench.survey(output, sizes)
        bases = {last: [baseline, content, bare, sizes, options.jobs, last] for last in ("list", "read", "parse", "write")}
        results = {name: [] for name in (*bases, "polydoc", "check")}
        phases = []
        for turn in range(runs):
            for name, command in bases.items():
                bench.fresh(bare)
                results[name].append(bench.run(command, work / "bare.log"))
            bench.say(f"{count:,} files: build {turn + 1} of {runs}")
            bench.fresh(output)
            results["polydoc"].append(bench.run(without, work / "build.log"))
            phases.append(timings(work / "build.log.err"))
            check = [polydoc, "check", content, "--jobs", options.jobs, "--no-fail", "--color", "never"]
            results["check"].append(bench.run(check, work / "check.log"))
        middle = {name: [statistics.median(column) for column in zip(*of)] for name, of in results.items()}
        peak = {name: max(memory for _, _, memory in of) for name, of in results.items()}
        print(f"## Full build without search, {count:,} Markdown files, {runs} runs\n")
        print("| | time, median | processor time | peak memory | × the baseline | × its processor time |")
        print("|---|---:|---:|---:|---:|---:|")
        for name, shown in (("write", "baseline"), ("polydoc", "`build`"), ("check", "`check`")):
            seconds, cpu, _ = middle[name]
            times = f"{seconds / middle['write'][0]:.2f} | {cpu / middle['write'][1]:.2f}"
            print(f"| {shown} | {seconds:.2f} s | {cpu:.2f} s | {peak[name]:.0f} MiB | {times} |")
        print("\n| phase | time, median | of the build | what the baseline needs for it |")
        print("|---|---:|---:|---:|")
        known = {phase: statistics.median(of.get(phase, 0.0) for of in phases) for phase in PHASES}
        for phase, took in known.items():
            limit = next((last for name, _, last in LIMITS if name == phase), None)
            least = f"{middle[limit][0] * 1000:.0f} ms ({limit})" if limit else "nothing"
            share = took / 1000 / middle["polydoc"][0]
            print(f"| {phase} | {took:.0f} ms | {share:.0%} | {least} |")
        ratio = middle["polydoc"][0] / middle["write"][0]
        missed |= ratio > RATIO
        print(f"\n- target, at most {RATIO} × the baseline: {ratio:.2f} ×: **{'missed' if ratio > RATIO else 'met'}**")
        if locales == 36:
            for name, limit in (("polydoc", 500), ("check", 400)):
                missed |= peak[name] >= limit
                met = "met" if peak[name] < limit else "missed"
                print(f"- target, peak memory of `{'build' if name == 'polydoc' else name}` under {limit} MiB: {peak[name]:.0f} MiB: **{met}**")
        print(flush=True)
        tidy(bench, options, work, [content, site, output, bare])
    return missed


def growth(bench, options, programs, work, unpack):
    """How time grows with languages and with articles; true when a doubling takes more than it may."""
    missed = False
    sites = [(f"{count} languages" if count > 1 else "1 language", lambda count=count: laid_out(bench, work / f"locales-{count}", unpack, count)) for count in LOCALES]
    missed |= table(bench, options, programs[0], work, "languages", sites)
    source = laid_out(bench, work / "one", unpack, 1)
    sites = [(f"{count:,} articles", lambda count=count: copies(bench, source, work / f"articles-{count}", count)) for count in ARTICLES if count <= options.up_to]
    missed |= table(bench, options, programs[0], work, "articles in one language", sites)
    tidy(bench, options, work, [source])
    return missed


def table(bench, options, polydoc, work, of, sites):
    """One row for each site, smallest first: the fastest of the runs, and what a doubling of files costs since the row above."""
    runs = options.runs or 3
    print(f"## Growth with {of}, fastest of {runs} run{'s' if runs > 1 else ''}\n")
    print("| | files | `build`, without search | processor time | a doubling | peak memory | with search | a doubling | `check` | a doubling | peak memory |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    before, missed = None, False
    for name, make in sites:
        content = make()
        count = sum(1 for _ in content.rglob("*.md"))
        if count > options.up_to:
            bench.remove(content)
            break
        site, output = work / "site", work / "site-output"
        best = {}
        for _ in range(runs):
            for what in ("build", "search", "check"):
                bench.say(f"{name}: {what}")
                folder = configured(site, content, what == "search")
                command = [polydoc, "check" if what == "check" else "build", content if what == "check" else folder, "--jobs", options.jobs, "--no-fail", "--color", "never"]
                command += [] if what == "check" else ["--output", output]
                bench.fresh(output)
                result = bench.run(command, work / "growth.log")
                (seconds, cpu, memory), other = result, best.get(what, result)
                best[what] = (min(seconds, other[0]), min(cpu, other[1]), max(memory, other[2]))
        doublings = {}
        for what, (seconds, cpu, _) in best.items():
            if before:
                steps = math.log2(count / before[0])
                doublings[what] = (seconds / before[1][what][0]) ** (1 / steps)
                # Where the clock and the processor disagree, the machine did something else.
                calm = (cpu / before[1][what][1]) ** (1 / steps)
                missed |= min(doublings[what], calm) > DOUBLING
        shown = {what: f"{doublings[what]:.2f} ×" if what in doublings else "" for what in best}
        (b, cpu, peak), (s, _, _), (c, _, checked) = best["build"], best["search"], best["check"]
        print(f"| {name} | {count:,} | {b:.2f} s | {cpu:.2f} s | {shown['build']} | {peak:.0f} MiB | {s:.2f} s | {shown['search']} | {c:.2f} s | {shown['check']} | {checked:.0f} MiB |", flush=True)
        before = (count, best)
        tidy(bench, options, work, [content, site, output])
    print(f"\n- target, each doubling at most {DOUBLING} ×: **{'missed' if missed else 'met'}**\n", flush=True)
    return missed


def laid_out(bench, content, unpack, locales):
    """The articles in so many languages, no two alike."""
    if not content.exists():
        bench.say(f"unpacking {locales} locales")
        partial = content.with_name(content.name + ".partial")
        bench.remove(partial)
        subprocess.run([sys.executable, unpack, partial, "--locales", str(locales)], check=True, stdout=sys.stderr)
        for number, path in enumerate(sorted(partial.rglob("*.md"))):
            say_something(path, number)
        partial.rename(content)
    return content


def copies(bench, source, content, count):
    """So many articles in one folder of one language: those of `source` again and again."""
    bench.remove(content)
    files = sorted(path for path in source.rglob("*.md") if path.parent != source)
    for number in range(count):
        path = files[number % len(files)]
        copy = content / path.relative_to(source)
        copy = copy.with_name(f"{copy.stem}-{number // len(files)}.md") if number >= len(files) else copy
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        say_something(copy, number)
    return content


def say_something(path, number):
    """Gives an article a sentence of its own."""
    with open(path, "a", encoding="utf-8", newline="\n") as article:
        article.write(f"\n\nThis is copy {number} of all.\n")


def configured(site, content, search):
    """A site of that content, with or without search."""
    site.mkdir(exist_ok=True)
    words = f"version: 1\ncontent: ../{content.name}\noutputs: {{search: {'true' if search else 'false'}}}\n"
    (site / "polydoc.yml").write_text(words)
    return site


def timings(log):
    """What `--timings` says: milliseconds by phase."""
    rows = (line.split() for line in log.read_text(errors="replace").splitlines())
    return {row[0]: float(row[1]) for row in rows if len(row) == 3 and row[2] == "ms"}


def tidy(bench, options, work, folders):
    """Removes what was made, save corpora that are to be kept."""
    for folder in folders:
        if not (options.keep and folder.name.startswith(("build-", "locales-", "one"))):
            bench.fresh(folder)
    for log in (*work.glob("*.log"), *work.glob("*.log.err"), work / "sizes"):
        log.unlink(missing_ok=True)

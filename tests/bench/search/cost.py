#!/usr/bin/env python3
"""What the search index costs: processor time, memory and bytes. Prints a Markdown table.

tests/bench/search/cost.py --content DIR     a folder with language folders (`corpus/unpack`)
    --polydoc FILE                            the program (default: target/release/polydoc)
    --runs 3                                  runs with and without the index, in turn; the least time of each counts
    --work DIR                                where sites go (default: target/bench-search)

Processor time (`user` and `system`) is compared, which other programs on the machine hardly change; memory is the peak
resident set.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--content", type=pathlib.Path, required=True)
    parser.add_argument("--polydoc", type=pathlib.Path, default=ROOT / "target/release/polydoc")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "target/bench-search")
    options = parser.parse_args()
    work = options.work.resolve()
    costs = {"without": [], "with": []}
    for turn in range(options.runs):
        for name in costs:
            print(f"cost: {name} the index, {turn + 1} of {options.runs}", file=sys.stderr, flush=True)
            project = work / name
            shutil.rmtree(project, ignore_errors=True)
            project.mkdir(parents=True)
            search = "true" if name == "with" else "false"
            content = os.path.relpath(options.content.resolve(), project)
            (project / "polydoc.yml").write_text(f"version: 1\ncontent: {content}\noutputs:\n  search: {search}\n")
            costs[name].append(run([options.polydoc.resolve(), "build", project, "--no-fail", "--quiet"]))
    seconds = {name: min(seconds for seconds, _ in runs) for name, runs in costs.items()}
    memory = {name: max(peak for _, peak in runs) for name, runs in costs.items()}
    indexes = {}
    for folder in sorted((work / "with/public/assets/search").iterdir()):
        sizes = [file.stat().st_size for file in folder.iterdir() if file.suffix == ".idx"]
        indexes[folder.name] = (sum(sizes), len(sizes), max(sizes), (folder / "manifest.idx").stat().st_size)
    print("| build | processor time | peak memory |\n| --- | ---: | ---: |")
    for name in costs:
        print(f"| {name} search | {seconds[name]:.2f} s | {memory[name]:.0f} MiB |")
    more = seconds["with"] / seconds["without"] - 1
    print(f"\nThe index takes {more:.0%} more processor time and {memory['with'] - memory['without']:.0f} MiB more memory.\n")
    largest = sorted(indexes.items(), key=lambda item: -item[1][0])
    print("| language | index | files | largest file | manifest |\n| --- | ---: | ---: | ---: | ---: |")
    for name, (total, count, most, manifest) in largest[:8]:
        print(f"| {name} | {total:,} | {count} | {most:,} | {manifest:,} |")
    if len(indexes) > 8:
        print(f"\n{len(indexes)} languages: {sum(total for total, *_ in indexes.values()) / 2**20:.1f} MiB in all.")
    script = subprocess.run(["sh", "-c", f"cat {work}/with/public/assets/js/search-[eilrpw]*.js | wc -c"], capture_output=True, text=True, check=True)
    print(f"\nScripts of the search before compression: {int(script.stdout):,} bytes.")
    shutil.rmtree(work)


def run(command):
    """Runs a program to its end: (seconds of all processors, peak MiB)."""
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


if __name__ == "__main__":
    main()

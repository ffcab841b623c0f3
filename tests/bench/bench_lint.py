"""How long a check takes: a 2 KB message with and without memory, and beside html-validate.

No text is checked twice where time is taken, so that nothing helps that was remembered.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from composer import rules
from composer.cli.garbage import rest_collector
from composer.library.source_file import Scene, open_text
from composer.lint.engine import Linter
from composer.policy import Policy

BUDGET_MS = 3.0
TIMES_FASTER = 5
FLOOR = 2.5
SAMPLES = 40
WARM_UP = 5
LIBRARY = 12
ROUNDS = 5
OURS = "--ours"
HTML_VALIDATE = "html-validate@9"
HEAD = "<!DOCTYPE html>\n<html lang='en'><head><title>Order {{order_id}}</title></head><body>\n"
PLAIN = (
    "<p>Hello, thank you for your order <b>{{order_id}}</b>. Your parcel number %d left our store"
    ' on Monday; see <a href="https://www.amazon.com/gp/css/order-history">your orders</a> for'
    " the day it should arrive. If the box is damaged, keep it and reply to this message.</p>\n"
)
STYLED = (
    '<div style="padding: 8px 16px"><p style="font: 15px/1.5 Arial, sans-serif; color: #333">'
    "Order {{order_id}}, parcel %d, is <b>on its way</b>.</p>"
    '<p align="center"><font size="2">Questions? <i>Reply</i> to this message.</font></p></div>\n'
)
TABLE = (
    '<table width="100%%"><tr><td style="width: 40%%">Parcel %d</td><td>of order {{order_id}}</td>'
    '</tr><tr><td><img src="https://example.com/box.png" alt="A box" width="90"></td>'
    "<td>left on Monday and arrives on Friday.</td></tr></table>\n"
)
LIST = (
    "<h2>Parcel %d</h2><ul><li>Order {{order_id}}</li><li>Please tell us your colour</li>"
    "<li>Is the address right? &amp; the name?</li></ul><p>We send it as soon as we know.<br>"
    "Your kitchen team</p>\n"
)
MESSAGES = {"plain": PLAIN, "styled": STYLED, "table": TABLE, "list": LIST}
# Paths are given on standard input; prints the time that each took, in milliseconds.
DRIVER = """
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { readFileSync } from "node:fs";
const paths = JSON.parse(readFileSync(0, "utf8"));
const loader = new StaticConfigLoader({ extends: ["html-validate:recommended"] });
const validator = new HtmlValidate(loader);
const sources = paths.map((path) => readFileSync(path, "utf8"));
const times = sources.map((source) => {
  const start = process.hrtime.bigint();
  validator.validateStringSync(source, "message.html");
  return Number(process.hrtime.bigint() - start) / 1e6;
});
console.log(JSON.stringify(times));
"""


def main() -> int:
    """Print the figures; return 1 where we are slower than the floor in the same run.

    Times alone fail nothing: they say as much about the machine as about us.
    """
    policy, found = Policy.load(), rules.load()
    fast = beside_html_validate()
    sources = [page for number in range(SAMPLES) for page in pages(number).values()]
    templates = [open_text(it, ".html", policy, Scene()).messages[0].template for it in sources]
    size = statistics.median(len(source.encode()) for source in sources)
    remembering = Linter(policy, found)
    whole = median_ms([partial(Linter(policy, found).lint, it) for it in templates])
    remembering.lint(templates[0])
    again = median_ms([partial(remembering.lint, templates[0])] * SAMPLES)
    print(f"check of {size:.0f} bytes, {len(found)} rules, text never seen: {whole:.2f} ms median")
    print(f"check of the same text again: {again:.2f} ms median")
    print(f"budget of {BUDGET_MS:.0f} ms: {'kept' if whole < BUDGET_MS else 'over'}")
    return 0 if fast else 1


def pages(number: int) -> dict[str, str]:
    """Return a page of about 2 KB for each kind, different for each `number`."""
    return {
        name: HEAD
        + "".join(part % (number * 100 + each) for each in range(round(2000 / len(part))))
        + "</body></html>\n"
        for name, part in MESSAGES.items()
    }


def median_ms(calls: Sequence[Callable[[], object]]) -> float:
    """Return the median time of `calls`, each made once, in milliseconds; the first few warm up."""
    samples = []
    for call in calls:
        start = time.perf_counter()
        call()
        samples.append((time.perf_counter() - start) * 1000)
    return statistics.median(samples[WARM_UP:])


def beside_html_validate() -> bool:
    """Compare with html-validate on the same files; false where we are below the floor.

    Each file is read and checked once. The first ones are a library as it is checked from the
    command line, neither program warmed up; the others show both at their best. Both start afresh
    several times, in turn, as something else may keep the machine busy during one of them.
    """
    folder = installed()
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for number in range(SAMPLES, 2 * SAMPLES):
            for name, page in pages(number).items():
                path = Path(scratch, f"{name}-{number}.html")
                path.write_text(page, encoding="utf-8")
                paths.append(path)
        ours = [sys.executable, __file__, OURS]
        rounds = [
            (told(ours, paths), node_times(folder, paths)) for _ in range(ROUNDS if folder else 0)
        ]
    whole = [(our, their) for our, their in rounds if our and their]
    if not whole:
        print("beside html-validate: not measured")
        return True
    first = [(our[:LIBRARY], their[:LIBRARY]) for our, their in whole]
    factor = compared(f"first {LIBRARY} files", first)
    after = [(our[LIBRARY:], their[LIBRARY:]) for our, their in whole]
    compared("next ones, both warmed up", after)
    met = "kept" if factor >= TIMES_FASTER else "missed"
    print(f"aim of {TIMES_FASTER} times faster, on the first files: {met}")
    return factor >= FLOOR


def compared(name: str, rounds: Sequence[tuple[list[float], list[float]]]) -> float:
    """Print the medians and how many times faster we are, which is returned."""
    medians = [tuple(map(statistics.median, both)) for both in rounds]
    our, their = (statistics.median(side) for side in zip(*medians, strict=True))
    factors = sorted(theirs / ours for ours, theirs in medians)
    factor = statistics.median(factors)
    print(
        f"{name}: read and checked in {our:.2f} ms a file, by html-validate in {their:.2f} ms:"
        f" {factor:.1f} times faster ({factors[0]:.1f} to {factors[-1]:.1f} in {len(rounds)} runs)"
    )
    return factor


def our_times(policy: Policy, paths: Sequence[Path]) -> list[float]:
    """Return the time to read and check each file in milliseconds, its bytes at hand."""
    linter = Linter(policy, rules.load())
    rest_collector()  # as the command line does
    times = []
    for source in [path.read_text(encoding="utf-8") for path in paths]:
        start = time.perf_counter()
        opened = open_text(source, ".html", policy, Scene())
        linter.lint(opened.messages[0].template)
        times.append((time.perf_counter() - start) * 1000)
    return times


def installed(package: str = HTML_VALIDATE) -> Path | None:
    """Return a scratch folder with a package of Node's, installed once; None without Node."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return None
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    name = package.partition("@")[0]
    folder = Path(cache, "permitted-bench", name)
    if (folder / "node_modules" / name).is_dir():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"type": "module", "private": true}', encoding="utf-8")
    command = [npm, "install", "--no-audit", "--no-fund", "--silent", package]
    try:
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return None
    return folder if done.returncode == 0 else None


def node_times(folder: Path, paths: Sequence[Path]) -> list[float] | None:
    """Return html-validate's time for each file in milliseconds, None where it fails."""
    driver = folder / "driver.mjs"
    driver.write_text(DRIVER, encoding="utf-8")
    return told(["node", str(driver)], paths, folder)


def told(
    command: list[str], paths: Sequence[Path], folder: Path | None = None
) -> list[float] | None:
    """Return the times that `command` prints when it is given `paths`, None where it fails."""
    done = subprocess.run(
        command,
        input=json.dumps([str(path) for path in paths]),
        text=True,
        cwd=folder,
        check=False,
        capture_output=True,
        timeout=300,
    )
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)
        return None
    times: list[float] = json.loads(done.stdout)
    return times


if __name__ == "__main__":
    if sys.argv[1:] == [OURS]:
        print(json.dumps(our_times(Policy.load(), [Path(it) for it in json.load(sys.stdin)])))
    else:
        sys.exit(main())

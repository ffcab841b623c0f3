"""How long a check takes: a 2 KB message with and without memory, and beside html-validate."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from composer import rules
from composer.library.source_file import Scene, open_text
from composer.lint.engine import Linter
from composer.policy import Policy

BUDGET_MS = 3.0
TIMES_FASTER = 5
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
const samples = sources.map(() => []);
for (let turn = -5; turn < 21; turn += 1) {
  sources.forEach((source, index) => {
    const start = process.hrtime.bigint();
    validator.validateStringSync(source, "message.html");
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    if (turn >= 0) samples[index].push(took);
  });
}
const times = samples.map((each) => each.sort((a, b) => a - b)[10]);
console.log(JSON.stringify(times));
"""


def main() -> int:
    """Print the figures and return 1 where a budget is broken."""
    policy, found = Policy.load(), rules.load()
    message = sized(PLAIN)
    template = open_text(message, ".html", policy, Scene()).messages[0].template
    size = len(message.encode())
    remembering = Linter(policy, found)
    whole = median_ms(lambda: Linter(policy, found).lint(template))
    again = median_ms(lambda: remembering.lint(template))
    read = median_ms(lambda: open_text(message, ".html", policy, Scene()))
    print(f"check of {size} bytes, {len(found)} rules, nothing remembered: {whole:.2f} ms median")
    print(f"the same again, blocks remembered: {again:.2f} ms median")
    print(f"reading it from HTML: {read:.2f} ms median")
    within = whole < BUDGET_MS
    print(f"budget: {BUDGET_MS} ms {'kept' if within else 'BROKEN'}")
    return 0 if beside_html_validate(policy) and within else 1


def median_ms(call: Callable[[], object], times: int = 60) -> float:
    """Return the median time of `call` in milliseconds."""
    samples = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        samples.append((time.perf_counter() - start) * 1000)
    return statistics.median(samples)


def beside_html_validate(policy: Policy) -> bool:
    """Compare with html-validate on the same files; true where it is met or not measured."""
    folder = installed()
    if folder is None:
        print("beside html-validate: not measured")
        return True
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for name, part in MESSAGES.items():
            path = Path(scratch, f"{name}.html")
            path.write_text(f"{HEAD}{sized(part)}</body></html>\n", encoding="utf-8")
            paths.append(path)
        theirs = node_times(folder, paths)
        ours = [our_time(policy, path) for path in paths]
    if theirs is None:
        print("beside html-validate: not measured")
        return True
    factors = [their / our for their, our in zip(theirs, ours, strict=True)]
    for path, our, their, factor in zip(paths, ours, theirs, factors, strict=True):
        print(f"{path.stem}: {our:.2f} ms, html-validate {their:.2f} ms, {factor:.1f} times faster")
    faster = statistics.median(factors) >= TIMES_FASTER
    print(f"at least {TIMES_FASTER} times faster: {'kept' if faster else 'BROKEN'}")
    return faster


def sized(part: str) -> str:
    """Return about 2 KB of `part`, no two alike."""
    return "".join(part % number for number in range(round(2000 / len(part))))


def our_time(policy: Policy, path: Path) -> float:
    """Return the median time to read and check a file, nothing remembered, file text at hand."""
    found, source = rules.load(), path.read_text(encoding="utf-8")

    def check() -> None:
        opened = open_text(source, ".html", policy, Scene())
        Linter(policy, found).lint(opened.messages[0].template)

    return median_ms(check, 20)


def installed() -> Path | None:
    """Return a scratch folder with html-validate, installing it once; None without Node."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return None
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(cache, "permitted-bench", "html-validate")
    if (folder / "node_modules" / "html-validate").is_dir():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"type": "module", "private": true}', encoding="utf-8")
    command = [npm, "install", "--no-audit", "--no-fund", "--silent", HTML_VALIDATE]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=300)
    return folder if done.returncode == 0 else None


def node_times(folder: Path, paths: list[Path]) -> list[float] | None:
    """Return html-validate's median time for each file in milliseconds, None where it fails."""
    driver = folder / "driver.mjs"
    driver.write_text(DRIVER, encoding="utf-8")
    names = json.dumps([str(path) for path in paths])
    done = subprocess.run(
        ["node", str(driver)],
        input=names,
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
    sys.exit(main())

"""A thousand messages in one process, beside html-validate (HTML) and write-good (text).

The messages are put together from sentences that sellers write, those of the English lexicon: what
must stay silent, and in every second message one that must not. So they share sentences as the
templates of a seller do. Each program is warmed up, sees each message once, and uses one core.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from bench_lint import installed

from composer import rules
from composer.cli.garbage import rest_collector
from composer.language.phrases.lexicon import lexicon_of
from composer.language.spelling import LocalSpeller
from composer.library.source_file import Scene, open_text
from composer.lint.engine import Linter
from composer.policy import Policy

COUNT, WARM_UP, BYTES = 1000, 200, 2000
BUDGET_MS = 4.0
TIMES_HTML, TIMES_TEXT = 5, 2
FLOOR = 0.3  # below it something went wrong; the aims above are told, not enforced
SEED = 20201106
# Sources as a list of texts on standard input; prints the seconds that all but the first took.
HTML_VALIDATE = """
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { readFileSync } from "node:fs";
const [warmUp, sources] = JSON.parse(readFileSync(0, "utf8"));
const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ["html-validate:recommended"] }));
const check = (source) => validator.validateStringSync(source, "message.html");
sources.slice(0, warmUp).forEach(check);
const start = process.hrtime.bigint();
sources.slice(warmUp).forEach(check);
console.log(Number(process.hrtime.bigint() - start) / 1e9);
"""
WRITE_GOOD = """
import writeGood from "write-good";
import { readFileSync } from "node:fs";
const [warmUp, sources] = JSON.parse(readFileSync(0, "utf8"));
sources.slice(0, warmUp).forEach((source) => writeGood(source));
const start = process.hrtime.bigint();
sources.slice(warmUp).forEach((source) => writeGood(source));
console.log(Number(process.hrtime.bigint() - start) / 1e9);
"""


def main() -> int:
    """Print the figures; return 1 where we are slower than the floor in the same run."""
    pages, texts = messages()
    html, text = ours(pages, ".html"), ours(texts, ".txt")
    print(f"{COUNT} messages of {BYTES} bytes: HTML {html:.2f} ms each, text {text:.2f} ms each")
    print(f"budget of {BUDGET_MS:.0f} ms: {'kept' if html < BUDGET_MS else 'over'}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of this process at its most: {peak:.0f} MB")
    fast = compared("html-validate@9", HTML_VALIDATE, pages, html, TIMES_HTML)
    return 0 if compared("write-good@1", WRITE_GOOD, texts, text, TIMES_TEXT) and fast else 1


def messages() -> tuple[list[str], list[str]]:
    """Return the messages as HTML pages and as plain texts, the first of them for warming up."""
    lexicon = lexicon_of("en")
    entries = [entry for topic in lexicon.topics.values() for entry in topic] if lexicon else []
    told = [it for entry in entries for it in entry.examples if "\n" not in it.text]
    silent = sorted({it.text for it in told if not it.fires})
    fires = sorted({it.text for it in told if it.fires})
    chance = random.Random(SEED)
    pages, texts = [], []
    for number in range(COUNT + WARM_UP):
        paragraphs = [f"Hello, this is about order {{{{order_id}}}} and parcel {number}."]
        while sum(map(len, paragraphs)) < BYTES:
            paragraphs.append(" ".join(chance.sample(silent, 3)))
        if number % 2:
            paragraphs.append(chance.choice(fires))
        texts.append("\n\n".join(paragraphs))
        body = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs)
        pages.append(
            f"<!DOCTYPE html>\n<html lang='en'><head><title>Your order</title></head>"
            f"<body>\n{body}\n</body></html>\n"
        )
    return pages, texts


def ours(sources: list[str], suffix: str) -> float:
    """Return the milliseconds that reading and checking one message takes."""
    policy = Policy.load()
    linter = Linter(policy, rules.load(), speller=LocalSpeller())

    def check(source: str) -> None:
        linter.lint(open_text(source, suffix, policy, Scene()).messages[0].template)

    return timed(check, sources)


def timed(check: Callable[[str], None], sources: list[str]) -> float:
    """Return the milliseconds a message takes once warmed up."""
    for source in sources[:WARM_UP]:
        check(source)
    rest_collector()  # as the command line does
    start = time.perf_counter()
    for source in sources[WARM_UP:]:
        check(source)
    return (time.perf_counter() - start) * 1000 / COUNT


def compared(package: str, driver: str, sources: list[str], our: float, times: int) -> bool:
    """Print how the other program does on the same messages; false where we are below the floor."""
    name = package.partition("@")[0]
    folder = installed(package)
    their = None if folder is None else node(folder, driver, sources)
    if their is None:
        print(f"beside {name}: not measured")
        return True
    factor = their / our
    met = "kept" if factor >= times else "missed"
    print(f"{name}: {their:.2f} ms each, {factor:.1f} times ours; aim of {times}: {met}")
    return factor >= FLOOR


def node(folder: Path, driver: str, sources: list[str]) -> float | None:
    """Return the milliseconds a message takes in Node, None where it fails."""
    file = folder / "batch.mjs"
    file.write_text(driver, encoding="utf-8")
    done = subprocess.run(
        ["node", str(file)],
        input=json.dumps([WARM_UP, sources]),
        text=True,
        cwd=folder,
        check=False,
        capture_output=True,
        timeout=300,
    )
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)
        return None
    return float(done.stdout) * 1000 / COUNT


if __name__ == "__main__":
    sys.exit(main())

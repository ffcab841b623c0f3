import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest

from composer import resources
from composer.language.phrases import Lexicon
from composer.language.phrases.lexicon import languages
from composer.language.phrases.pattern import Patterns
from composer.language.phrases.shelf import FOLDER, Shelf, code, compiling, user_shelf

FILES = {"language": b"tag = 'en'", "cues": b"[cue]"}
VALUE = {"cue": ["gift", "ग़िफ़्ट"], "numbers": [[1, 2]]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The cache folder, not there yet."""
    return tmp_path / "cache" / "lexicons"


@pytest.fixture
def kept(folder: Path) -> Path:
    """The file of one value that is kept."""
    Shelf(folder).put("en", FILES, VALUE)
    return folder / "en.json"


def test_what_is_kept_is_found(folder: Path, kept: Path) -> None:
    """Under its name alone, in one file and nothing beside it."""
    assert Shelf(folder).find("en", FILES) == VALUE
    assert Shelf(folder).find("de", FILES) is None
    assert list(folder.iterdir()) == [kept]


@pytest.mark.parametrize(
    "files",
    [
        FILES | {"cues": b"[cue] "},
        FILES | {"topic": b""},
        {"language": FILES["language"]},
        {"language": FILES["language"] + b"\ncues 5\n[cue]"},
        {"cues": FILES["cues"], "language": FILES["language"]},
        {},
    ],
)
def test_other_files_find_nothing(folder: Path, kept: Path, files: dict[str, bytes]) -> None:
    """Not a byte may differ, nor may a file come or go."""
    assert Shelf(folder).find("en", files) is None


def test_other_code_finds_nothing(folder: Path, kept: Path, tmp_path: Path) -> None:
    """What an older version compiled is not taken for what this one would."""
    module = tmp_path / "pattern.py"
    module.write_text("GAP = 6\n", encoding="utf-8")
    before = code(module)
    module.write_text("GAP = 7\n", encoding="utf-8")

    assert code(module) != before
    assert Shelf(folder, code(module)).find("en", FILES) is None


def test_without_sources_the_program_tells_the_code() -> None:
    """In a frozen app the modules are in no files."""
    assert code(Path("missing.py")) == code(Path("missing.py")) != code()


def test_all_code_that_compiles_counts() -> None:
    """Whatever its files import of this project is among them or has no part in compiling."""
    apart = {"composer", "composer.resources", "composer.document.inline"}
    used = {name for file in compiling() for name in _imported(file)}
    origins = {Path(str(spec.origin)) for name in used - apart if (spec := find_spec(name))}

    assert len(origins) > 10
    assert origins <= set(compiling())


def _imported(file: Path) -> set[str]:
    """The modules of this project that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {it for it in whole if _is_module(it)} or {str(node.module)}
    return {name for name in found if name.partition(".")[0] == "composer"}


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: b"",
        lambda content: content[:40],
        lambda content: content[:-1],
        lambda content: content + b" ",
        lambda content: content.replace(b"gift", b"gaft"),
        lambda content: content.partition(b"\n")[0],
        lambda content: content.partition(b"\n")[0] + b"\n" + b"\xff" * 100,
        lambda content: b"[]" * 1000,
        lambda content: b"\0" * len(content),
    ],
)
def test_a_spoilt_file_is_as_none(
    folder: Path, kept: Path, spoil: Callable[[bytes], bytes]
) -> None:
    """A disk that filled up, a file of someone else's: it is written anew."""
    kept.write_bytes(spoil(kept.read_bytes()))

    assert Shelf(folder).find("en", FILES) is None

    Shelf(folder).put("en", FILES, VALUE)

    assert Shelf(folder).find("en", FILES) == VALUE


def test_a_folder_that_cannot_be_is_no_matter(tmp_path: Path) -> None:
    """A file where the folder should be, a folder where the file should be."""
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    taken = tmp_path / "taken"
    (taken / "en.json").mkdir(parents=True)

    for folder in (blocked, blocked / "lexicons", taken):
        Shelf(folder).put("en", FILES, VALUE)
        assert Shelf(folder).find("en", FILES) is None
    assert [it.name for it in taken.iterdir()] == ["en.json"]


def test_a_full_disk_leaves_nothing(folder: Path, kept: Path, monkeypatch) -> None:
    """What was there stays, and no part of what was not."""

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    Shelf(folder).put("en", FILES | {"topic": b""}, VALUE)

    assert list(folder.iterdir()) == [kept]
    assert Shelf(folder).find("en", FILES) == VALUE


def test_two_at_once_keep_one_whole(folder: Path, kept: Path) -> None:
    """Whoever looks while others write finds all of it or nothing."""
    values = [{"cue": [str(number)] * 20_000} for number in range(4)]

    def keep_and_find(value: object) -> list[object]:
        found = []
        for _ in range(10):
            Shelf(folder).put("en", FILES, value)
            found.append(Shelf(folder).find("en", FILES))
        return found

    with ThreadPoolExecutor(len(values)) as pool:
        found = [each for several in pool.map(keep_and_find, values) for each in several]

    assert any(found)
    assert all(each is None or each in values for each in found)
    assert list(folder.iterdir()) == [kept]


def test_what_json_cannot_hold_is_not_kept(folder: Path) -> None:
    """A lexicon that gives a date is read each time."""
    Shelf(folder).put("en", FILES, {1, 2})

    assert Shelf(folder).find("en", FILES) is None


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch) -> None:
    """An empty name keeps nothing, as in these tests unless they say so."""
    assert user_shelf() is None

    monkeypatch.setenv(FOLDER, str(tmp_path))
    shelf = user_shelf()
    assert shelf is not None
    shelf.put("en", FILES, VALUE)
    assert [it.name for it in tmp_path.iterdir()] == ["en.json"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep their folders elsewhere")
def test_it_is_in_the_users_cache(tmp_path: Path, monkeypatch) -> None:
    """Where any tool that clears caches finds it; nowhere without a home."""
    monkeypatch.delenv(FOLDER)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shelf = user_shelf()
    assert shelf is not None
    shelf.put("en", FILES, VALUE)
    assert (tmp_path / "Permitted" / "lexicons" / "en.json").is_file()

    monkeypatch.setattr("composer.language.phrases.shelf.user_cache_path", lambda *_, **__: Path())
    assert user_shelf() is None


@pytest.mark.parametrize("language", languages())
def test_a_kept_lexicon_says_the_same(language: str, folder: Path, monkeypatch) -> None:
    """Nothing is lost on the way through the file, and nothing compiled again."""
    source = resources.path(f"lexicons/{language}")
    compiled = Lexicon.read(source, Shelf(folder))
    monkeypatch.delattr(Patterns, "compiled")
    kept = Lexicon.read(source, Shelf(folder))

    assert list(kept.index) == json.loads(json.dumps(compiled.index))
    assert kept.cues == compiled.cues
    assert list(kept.topics.items()) == list(compiled.topics.items())
    assert (kept.rewrites, kept.innocent) == (compiled.rewrites, compiled.innocent)
    for text in [entries[0].examples[0].text for entries in compiled.topics.values()]:
        assert kept.digest(text) == compiled.digest(text)


def test_a_message_is_checked_alike_however_it_is_read(tmp_path: Path) -> None:
    """By processes of their own: without keeping, the first, the next, and on a spoilt file."""
    message = tmp_path / "message.txt"
    message.write_text("Leave a 5 star review and get a free gift!", encoding="utf-8")
    cache = tmp_path / "cache"
    command = [sys.executable, "-m", "composer", "check", message.name, "--format", "json"]

    def checked(folder: str) -> str:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), FOLDER: folder}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=60
        )
        return done.stdout.decode()

    told = checked("")
    assert "review" in told
    assert not cache.exists()
    assert [checked(str(cache)) for _ in range(2)] == [told, told]
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:-10])
    assert checked(str(cache)) == told

import subprocess
import sys
from pathlib import Path

from devtools.benches import find_benches, launch


def test_benches_are_files_with_a_main(tmp_path: Path) -> None:
    """Files without `main` are helpers of those that have one."""
    (tmp_path / "typing_speed.py").write_text("def main():\n    pass\n", encoding="utf-8")
    (tmp_path / "samples.py").write_text("def make():\n    pass\n", encoding="utf-8")
    assert find_benches(tmp_path) == [tmp_path / "typing_speed.py"]


def test_no_folder_no_benches(tmp_path: Path) -> None:
    """A checkout without benchmarks has none, and that is no error."""
    assert find_benches(tmp_path / "bench") == []


def test_bench_runs_with_the_files_beside_it(tmp_path: Path) -> None:
    """A bench may import its neighbours, sees no stray arguments, and its result is the status."""
    (tmp_path / "samples.py").write_text("ROWS = ('2 KB', '20 KB')\n", encoding="utf-8")
    bench = tmp_path / "speed.py"
    bench.write_text(
        "import sys\nfrom samples import ROWS\n"
        "def main():\n    print(*ROWS, len(sys.argv), sep=',')\n    return 3\n",
        encoding="utf-8",
    )
    result = subprocess.run(
        [sys.executable, *launch(bench)], check=False, capture_output=True, text=True
    )
    assert (result.returncode, result.stdout.strip()) == (3, "2 KB,20 KB,1")

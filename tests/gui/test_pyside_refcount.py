import sys

import pytest
from PySide6.QtGui import QTextCharFormat, QTextFormat


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_missing_property_keeps_the_reference_count_of_none() -> None:
    """Reading a property that is not there must not release None: PySide6 6.12 did, and aborts."""
    missing = QTextFormat.Property.UserProperty + 7
    text_format = QTextCharFormat()
    before = sys.getrefcount(None)

    for _ in range(1000):
        text_format.property(missing)

    assert abs(sys.getrefcount(None) - before) < 100

"""The template in what was deleted, read without a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from composer.library.bin import Binned
from composer.library.files import read_data
from composer.library.pictures import is_local, picture_sources
from composer.policy import Policy
from composer.template import Template


@dataclass(frozen=True, slots=True)
class DeletedTemplate:
    """A template that was deleted; `pictures` are by the source that names each in the body."""

    template: Template
    pictures: Mapping[str, bytes]


def read_binned(binned: Binned, policy: Policy) -> DeletedTemplate:
    """Read a template out of what was deleted.

    Raises:
        LibraryError: where it cannot be read.
    """
    template = read_data(binned.path.name, binned.files[binned.path], policy)
    pictures = {}
    for source in picture_sources(template.body):
        places = (binned.path.parent / name for name in (source, unquote(source)))
        data = next((binned.files[it] for it in places if it in binned.files), None)
        if data is not None and is_local(source):
            pictures[source] = data
    return DeletedTemplate(template, pictures)

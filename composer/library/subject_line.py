"""A subject written as the first line of a text: ``Subject: …``, in the languages sellers write."""

import re
from dataclasses import dataclass

# "Subject" as mail programs in these languages label the field
WORDS = (
    "Subject",  # en
    "Betreff",  # de
    "Objet",  # fr
    "Sujet",  # fr, in Canada and Belgium
    "Asunto",  # es
    "Oggetto",  # it
    "Onderwerp",  # nl
    "Ämne",  # sv
    "Temat",  # pl
    "Assunto",  # pt-BR, pt-PT
    "Konu",  # tr
    "件名",  # ja
    "主题",  # zh-Hans
    "主題",  # zh-Hant
    "主旨",  # zh-Hant, in Taiwan
    "الموضوع",  # ar
    "विषय",  # hi
)
_LINE = re.compile(
    rf"\s*(?:\*\*|__|#+\s)?(?:{'|'.join(WORDS)})[ \u00a0\u202f]*[:：](?:\*\*|__)?[ \t\u00a0]*"
    r"(?P<subject>[^\r\n]*?)[ \t]*(?P<end>\r\n|\r|\n|$)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """Where the subject stands in a text, and where the body after it begins."""

    start: int
    end: int
    body: int


def find_subject(text: str) -> SubjectLine | None:
    """Return the subject line that `text` begins with, or None."""
    match = _LINE.match(text)
    if match is None:
        return None
    return SubjectLine(match.start("subject"), match.end("subject"), match.end())

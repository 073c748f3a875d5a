"""The names that TBX gives to what a term base holds, in its three forms; shared by the reader and the writer.

Sources: ISO 30042:2019 and the published schemas of the dialect TBX-Basic 1.2.1 (core structure in RELAX NG, levels
and picklists in Schematron) for version 3; ISO 30042:2008 with the TBX-Basic subset for version 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

CORE: Final = "urn:iso:std:iso:30042:ed-2"
MODULES: Final = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
XML: Final = "{http://www.w3.org/XML/1998/namespace}"


class Style(StrEnum):
    """Data category as attribute, data category as tag (both version 3), and the martif of version 2."""

    DCA = "dca"
    DCT = "dct"
    MARTIF = "martif"


@dataclass(frozen=True, slots=True)
class Category:
    """A data category: the element it is an attribute of (DCA, martif) and the module it is a tag of (DCT)."""

    element: str
    module: str


CATEGORIES: Final = {
    "administrativeStatus": Category("termNote", "min"),
    "partOfSpeech": Category("termNote", "min"),
    "termType": Category("termNote", "basic"),
    "subjectField": Category("descrip", "min"),
    "definition": Category("descrip", "basic"),
    "customerSubset": Category("admin", "min"),
    "projectSubset": Category("admin", "basic"),
    "source": Category("admin", "basic"),
    "crossReference": Category("ref", "basic"),
}

ENTRIES: Final = ("conceptEntry", "termEntry")
LANGUAGES: Final = ("langSec", "langSet")
TERMS: Final = ("termSec", "tig", "ntig")
GROUPS: Final = ("descripGrp", "adminGrp", "transacGrp", "termNoteGrp", "termGrp")

# Values of projectSubset by which a term base says what TBX-Basic has no data category for.
WEIGHTY: Final = "weighty"
UNCERTAIN: Final = "uncertain"
SEVERITY: Final = "severity:"
IDENTIFIER: Final = "id:"  # an id that cannot be an XML name, or stands twice
RELATED: Final = "related:"  # a related concept that the file does not hold
CASE: Final = "case-sensitive"
FORBIDDEN: Final = "forbidden"
MATCH: Final = "match:"
NOT_IF: Final = "not-if:"
CONTEXT: Final = "context:"
PART_OF_SPEECH: Final = "part-of-speech:"  # one that the version's picklist lacks
TERM_TYPE: Final = "term-type:"

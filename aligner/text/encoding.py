"""Bytes to text: which encoding was meant, or an error; never a replacement character.

Order of evidence: byte order mark, valid UTF-8, UTF-16 without mark, what the file itself declares (HTML, XML),
then the legacy encodings of China, Korea, Japan and Western Europe, judged by how common the characters are that
they give (aligner.text.plausibility). charset-normalizer has the last word on what is none of these.
"""

from __future__ import annotations

import codecs
import re

from aligner.errors import EncodingError
from aligner.text import plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What browsers read under these labels: supersets (WHATWG Encoding Standard, section 4.2).
_LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
}

_LEGACY_ASIAN = ("gb18030", "big5hkscs", "cp949", "cp932", "euc_jp")
_STATEFUL = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_2"))
_SINGLE_BYTE = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "koi8_r", "koi8_u"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "cp866"),
)
# Enough to judge by, and it keeps the time for a large file in hand.
_SAMPLE = 20_000
_PLAUSIBLE = 0.2

# Control characters, and the code points that Unicode keeps out of texts for good.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_DECLARED = re.compile(
    rb"""(?i)<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)"""
)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text that `data` holds and the name of its encoding (Python's).

    `declared` is a label from outside, such as an HTTP header's; one inside the data (HTML meta, XML) is found by
    itself. Line ends are left as they are, a byte order mark is dropped. Raises EncodingError when the
    bytes are binary, damaged, or no text in any known encoding.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name).removeprefix("\ufeff"), name
    for mark, name in _STATEFUL:
        if mark in data[:_SAMPLE] and (text := _try(data, name)) is not None:
            return _checked(text), name
    text = _try(data, "utf-8")
    if text is not None and "\x00" not in text[:_SAMPLE]:
        return _checked(text), "utf-8"
    _refuse_damaged(data)
    found = _utf16(data) or _declared(data, declared) or _judged(data)
    if found is not None:
        return _checked(found[0]), found[1]
    if _controls(data.decode("latin-1")[:_SAMPLE]) > 0.02 or b"\x00" in data:
        raise EncodingError("looks like a binary file, not a text; give a text, HTML, DOCX or PDF file")
    raise EncodingError("the bytes are no text in any known encoding; save the file as UTF-8")


def declared_in(data: bytes) -> str | None:
    """The encoding that an HTML or XML file names in its first 4,096 bytes, or None."""
    match = _DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii").lower() if match else None


def _strict(data: bytes, name: str) -> str:
    try:
        return _checked(data.decode(name))
    except (UnicodeDecodeError, UnicodeError) as error:
        raise EncodingError(f"damaged {name} text: {error}; save the file again as UTF-8") from error


def _checked(text: str) -> str:
    """The text itself; raises EncodingError where control characters show that it is none."""
    if "\x00" in text or _controls(text[:_SAMPLE]) > 0.02:
        raise EncodingError("looks like a binary file, not a text; give a text, HTML, DOCX or PDF file")
    return text


def _controls(text: str) -> float:
    return len(_CONTROL.findall(text)) / max(1, len(text))


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, UnicodeError):
        return None


def _utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: half of an ASCII text is zero bytes, in a Chinese one few are."""
    if len(data) % 2 or len(data) < 4:
        return None
    rivals = []
    for name in ("utf-16-le", "utf-16-be"):
        text = _try(data[:_SAMPLE], name)
        if text is None or _CONTROL.search(text):
            continue
        ascii_share = sum(c < "\x80" for c in text) / len(text)
        quality = ascii_share if ascii_share > 0.7 else plausibility.asian(text)
        rivals.append((quality, name))
    quality, name = max(rivals, default=(0.0, ""))
    needed = _PLAUSIBLE if b"\x00" in data else 0.5
    whole = _try(data, name) if quality >= needed else None
    return (whole, name) if whole is not None else None


def _declared(data: bytes, label: str | None) -> tuple[str, str] | None:
    """The declared encoding, unless the text that it gives is plainly not what was meant."""
    wanted = (label or declared_in(data) or "").strip().lower()
    name = _LABELS.get(wanted, wanted)
    if not name or name.replace("_", "-") in ("utf-8", "utf8", "utf-16", "unicode") or b"\x00" in data:
        return None
    text = _try(data, name)
    if text is None or max(plausibility.asian(text[:_SAMPLE]), plausibility.latin(text[:_SAMPLE])) < -0.1:
        return None
    return text, name


def _refuse_damaged(data: bytes) -> None:
    """Raise where nearly all is UTF-8: read as anything else, it would turn to nonsense."""
    good = bad = 0
    first: UnicodeDecodeError | None = None
    start = 0
    while bad < 20 and start < len(data):
        try:
            good += _beyond_ascii(data[start:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            first = first or error
            good += _beyond_ascii(data[start : start + error.start].decode("utf-8"))
            start += error.end
            bad += 1
    if first is not None and good >= 4 * bad:
        reason = f"byte 0x{data[first.start]:02x} at offset {first.start} is not valid"
        raise EncodingError(f"damaged UTF-8 text: {reason}; save the file again as UTF-8")


def _beyond_ascii(text: str) -> int:
    return sum(c >= "\x80" for c in text)


def _judged(data: bytes) -> tuple[str, str] | None:
    """The legacy encoding whose text is the likeliest; earlier ones win ties."""
    rivals: list[tuple[float, int, str]] = []
    for order, name in enumerate(_LEGACY_ASIAN):
        text = _head(data, name)
        if text is not None:
            rivals.append((plausibility.asian(text), -order, name))
    text = _head(data, "cp1252")
    if text is not None:
        rivals.append((plausibility.latin(text), -len(_LEGACY_ASIAN), "cp1252"))
    for quality, _, name in sorted(rivals, reverse=True):
        whole = _try(data, name) if quality >= _PLAUSIBLE else None
        if whole is not None:
            return whole, name
    return _other(data)


def _head(data: bytes, name: str) -> str | None:
    """The first bytes decoded, or None; a character cut off at the end of the sample is left out."""
    try:
        return codecs.getincrementaldecoder(name)().decode(data[:_SAMPLE], final=len(data) <= _SAMPLE)
    except UnicodeDecodeError:
        return None


def _other(data: bytes) -> tuple[str, str] | None:
    """What charset-normalizer makes of it: Cyrillic, Greek, Arabic and other single-byte encodings."""
    from charset_normalizer import from_bytes

    if sum(byte >= 0x80 for byte in data[:_SAMPLE]) < 4:
        return None  # one odd byte is a letter in any of them: nothing to judge by
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_SINGLE_BYTE)).best()
    if best is None or best.percent_chaos > 10:
        return None
    text = _try(data, best.encoding)
    return (text, best.encoding) if text is not None else None

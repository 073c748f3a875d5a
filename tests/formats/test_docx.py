from __future__ import annotations

import pytest
from made_files import W, docx, paragraph

from aligner.errors import FormatError
from aligner.formats import read_bytes
from aligner.model import Role

LEAD = "The harbour town of Harwick opened a library on Saturday, the mayor said."


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def bodies(body: str) -> list[str]:
    return [b.text for b in read_bytes(docx(body), "a.docx").blocks if b.role is Role.BODY]


def test_paragraphs_headings_and_cells() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Books held')}</w:tc><w:tc>{paragraph('12,000')}</w:tc></w:tr></w:tbl>"
    found = read_bytes(docx(paragraph("Harwick opens a library", "Heading1") + paragraph(LEAD) + table), "a.docx")
    assert found.title == "Harwick opens a library"
    assert [b.text for b in found.blocks if b.role is Role.BODY] == [LEAD, "Books held", "12,000"]


def test_headings_by_the_name_of_their_style() -> None:
    styles = f'<w:styles {W}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>'
    data = docx(
        paragraph("The paper") + paragraph("Harwick opens", "1") + paragraph(LEAD), {"word/styles.xml": styles}
    )
    assert read_bytes(data, "a.docx").title == "Harwick opens"


def test_tracked_changes() -> None:
    changed = (
        f"<w:p>{run('It cost ')}<w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:ins>{run('three')}</w:ins>"
        f"<w:moveFrom>{run(' old')}</w:moveFrom>{run(' million pounds.')}</w:p>"
    )
    assert bodies(paragraph(LEAD) + changed) == [LEAD, "It cost three million pounds."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('It cost three ')}</w:p>"
    assert bodies(paragraph(LEAD) + first + paragraph("million pounds.")) == [LEAD, "It cost three million pounds."]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('A box of words.')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    inner = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {mc}>{inner}</mc:AlternateContent>"
    found = bodies(paragraph(LEAD) + f"<w:p>{run('Around it.')}<w:r>{both}</w:r></w:p>")
    assert sorted(found) == sorted([LEAD, "A box of words.", "Around it."])


def test_bold_names_are_labels() -> None:
    body = paragraph(" Why a boat?", bold="Ada Fenn") + paragraph(" We like it.", bold="Lin Bo")
    found = read_bytes(docx(paragraph("Talk") + body + paragraph(" And?", bold="Ada Fenn")), "a.docx")
    assert [b.speaker for b in found.blocks] == [None, "Ada Fenn", "Lin Bo", "Ada Fenn"]


def test_headers_and_notes_are_set_aside() -> None:
    parts = {
        "word/header1.xml": f"<w:hdr {W}>{paragraph('The Example Courier')}</w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {W}>{paragraph('As of March.')}</w:footnotes>",
    }
    found = read_bytes(docx(paragraph(LEAD), parts), "a.docx")
    assert [(b.role, b.text) for b in found.set_aside] == [
        (Role.FURNITURE, "The Example Courier"),
        (Role.NOTE, "As of March."),
    ]


def test_entities_and_bombs_are_refused() -> None:
    head = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(FormatError, match="document type"):
        read_bytes(docx(paragraph(LEAD), head=head), "a.docx")
    with pytest.raises(FormatError, match="unpacks to more"):
        read_bytes(docx(" " * 110_000_000), "a.docx")


def test_broken_xml_is_an_error() -> None:
    with pytest.raises(FormatError, match="damaged"):
        read_bytes(docx("<w:p>"), "a.docx")

"""The dossier as a Word file (Office Open XML) with real footnotes; written with the standard library alone.

A statement → a paragraph of a list whose last run refers to footnote 3, which holds the sentence and a link.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from dragoman.show.dossier.outlines import Line, Note, Outline, Run
from dragoman.show.export.archives import zipped
from dragoman.show.words import Words

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = {
    "title": "Title", "heading": "Heading1", "subheading": "Heading2", "paragraph": "Normal", "item": "ListBullet",
}  # fmt: skip
CALL = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
LOOKS = {"bold": "<w:rPr><w:b/></w:rPr>", "italic": "<w:rPr><w:i/></w:rPr>", "": ""}


def write_word(outline: Outline, words: Words) -> bytes:
    """The whole file."""
    links: dict[str, str] = {}
    notes = [_note(n, note, words, links) for n, note in enumerate(outline.notes, start=1)]
    body = "".join(_paragraph(line) for line in outline.lines)
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'  # noqa: E501
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": (f"{R}/officeDocument", "word/document.xml", "")}),
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}{page}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": (f"{R}/styles", "styles.xml", ""),
                "rId2": (f"{R}/footnotes", "footnotes.xml", ""),
                "rId3": (f"{R}/numbering", "numbering.xml", ""),
            }
        ),
        "word/footnotes.xml": f'{HEAD}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{_separators()}{"".join(notes)}</w:footnotes>',  # noqa: E501
        "word/_rels/footnotes.xml.rels": _relations(
            {name: (f"{R}/hyperlink", url, ' TargetMode="External"') for url, name in links.items()}
        ),
        "word/styles.xml": _styles(words.lang),
        "word/numbering.xml": _numbering(),
    }
    return zipped({name: told.encode("utf-8", "replace") for name, told in parts.items()})


def _paragraph(line: Line) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLES[line.kind]}"/></w:pPr>{"".join(_run(r) for r in line.runs)}</w:p>'


def _run(run: Run) -> str:
    if run.note is not None:
        return f'<w:r>{CALL}<w:footnoteReference w:id="{run.note}"/></w:r>'
    return f'<w:r>{LOOKS[run.style]}<w:t xml:space="preserve">{_text(run.text)}</w:t></w:r>'


def _note(number: int, note: Note, words: Words, links: dict[str, str]) -> str:
    where = _run(Run(f"{note.source}, {words.date(note.day)}", "italic"))
    if note.url and note.url.startswith(("http://", "https://")):
        where = (
            f'<w:hyperlink r:id="{links.setdefault(note.url, f"rId{len(links) + 1}")}">{where}</w:hyperlink>'
        )
    mark = f"<w:r>{CALL}<w:footnoteRef/></w:r>"
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    said = _run(Run(f"{words('colon')}{note.sentence}"))
    return f'<w:footnote w:id="{number}"><w:p>{style}{mark}{_run(Run(" "))}{where}{said}</w:p></w:footnote>'


def _text(words: str) -> str:
    return escape(CONTROLS.sub(" ", words))


def _relations(told: dict[str, tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(CONTROLS.sub("", target))}{mode}/>'
        for name, (kind, target, mode) in told.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _types() -> str:
    parts = {
        "document": "document.main",
        "styles": "styles",
        "footnotes": "footnotes",
        "numbering": "numbering",
    }
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{KINDS}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{default}{rows}</Types>'


def _separators() -> str:
    """The rule between text and notes, which Word expects as two notes of its own."""
    return "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )


def _styles(lang: str) -> str:
    def style(name: str, told: str, look: str, *, kind: str = "paragraph", way: str = "") -> str:
        based = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" and name != "Normal" else ""
        default = ' w:default="1"' if name == "Normal" else ""
        return (
            f'<w:style w:type="{kind}" w:styleId="{name}"{default}><w:name w:val="{told}"/>{based}{way}'
            f"<w:rPr>{look}</w:rPr></w:style>"
        )

    def around(before: int, after: int, level: str = "") -> str:
        return f'<w:pPr><w:spacing w:before="{before}" w:after="{after}"/>{level}</w:pPr>'

    def outline(n: int) -> str:
        return f'<w:outlineLvl w:val="{n}"/>'

    bullet = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr>'
    code = {"fr": "fr-FR", "en": "en-GB"}[lang]
    rows = (
        style(
            "Normal",
            "Normal",
            f'<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="21"/><w:lang w:val="{code}"/>',
            way=around(0, 120),
        )
        + style("Title", "Title", '<w:b/><w:sz w:val="40"/>', way=around(0, 240))
        + style(
            "Heading1",
            "heading 1",
            '<w:b/><w:color w:val="7A1F1F"/><w:sz w:val="28"/>',
            way=around(360, 120, outline(0)),
        )
        + style("Heading2", "heading 2", '<w:b/><w:sz w:val="23"/>', way=around(200, 80, outline(1)))
        + style("ListBullet", "List Bullet", "", way=bullet)
        + style("FootnoteText", "footnote text", '<w:sz w:val="17"/>', way=around(0, 0))
        + style(
            "FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>', kind="character"
        )
    )
    return f'{HEAD}<w:styles xmlns:w="{W}">{rows}</w:styles>'


def _numbering() -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl>'
    )
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

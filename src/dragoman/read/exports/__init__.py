"""What the press databases give out: Europresse, Factiva, LexisNexis.

presse.html with <span class="DocPublicationName"> → the reader of Europresse; any other page → None.
"""

from __future__ import annotations

import re

from dragoman.read.exports.europresse import read_europresse
from dragoman.read.exports.factiva import read_factiva_html, read_factiva_rtf, read_factiva_xml
from dragoman.read.exports.lexisnexis import is_nexis, read_lexisnexis_html, read_nexis_docx
from dragoman.read.sources import Reader

__all__ = ["choose_html", "choose_rtf", "choose_xml", "is_nexis", "read_nexis_docx"]

_EUROPRESSE = re.compile(
    rb"cedrom-sni|europresse\.com|eureka\.cc|DocPublicationName|docOcurrContainer", re.IGNORECASE
)
_FACTIVA = re.compile(
    rb"""<title>\s*Factiva|\bfactivalogo\b|class=["'][^"'>]*\b(?:fr|en|es|de|it)Article\b|articleParagraph"""
)
_LEXISNEXIS = re.compile(
    rb"<DOCFULL>|LXNComment|\b\d+ (?:of|de|sur) \d+ DOCUMENTS?\b|<meta[^>]{0,40}\btopic=", re.IGNORECASE
)
_PPS = re.compile(rb"<PPSResponse|ppsArticleResponse|global\.factiva\.com|dowjones\.net")
_CODES = re.compile(rb"\bDocument [A-Z]{3,10}\d{10}|\bFactiva\b|\bDow Jones\b")


def choose_html(content: bytes) -> Reader | None:
    """The database that the page was saved from; None for a page of the web."""
    if _FACTIVA.search(content):
        return read_factiva_html
    if _LEXISNEXIS.search(content):
        return read_lexisnexis_html
    if _EUROPRESSE.search(content) and b"og:url" not in content:
        return read_europresse
    return None


def choose_xml(content: bytes) -> Reader | None:
    """Factiva, or None."""
    return read_factiva_xml if _PPS.search(content) else None


def choose_rtf(content: bytes) -> Reader | None:
    """Factiva, or None."""
    return read_factiva_rtf if _CODES.search(content) else None

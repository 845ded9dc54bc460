# ruff: noqa: E501
"""Feeds: RSS, RDF and Atom; an entry with its own text is an article, one without tells its page."""

from __future__ import annotations

from pathlib import Path

from tests.read.exporting import LAST, LEAD, MORE, read, written

from dragoman.read.feeds import find_entries

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Courrier de Klow</title><link>https://c.example/</link>
<item><title>Klow attend</title><link>https://c.example/1</link><guid>k-1</guid><category>Monde</category>
<pubDate>Mon, 03 May 2021 10:15:00 +0200</pubDate><dc:creator>Jeanne Morel avec AFP</dc:creator>
<description>{LEAD[:60]}</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE} &amp; rien d'autre.</p><script>x</script>]]></content:encoded></item>
<item><title>Brève</title><link>/2</link><description>Court.</description></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Courrier</title><entry><id>tag:k,1</id><title type="html">Klow
&amp;amp; Szohôd</title><link rel="self" href="https://c.example/self"/><link rel="alternate" href="https://c.example/1"/>
<published>2021-05-03T10:15:00Z</published><updated>2021-05-03T12:00:00Z</updated><author><name>J. Morel</name></author>
<category term="monde" label="Monde"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p>
<p>{LAST}</p></div></content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    articles, aside = read(written(tmp_path, "f.xml", RSS))
    (article,) = articles
    assert (article.title, article.outlet, article.author) == (
        "Klow attend",
        "Le Courrier de Klow",
        "Jeanne Morel avec AFP",
    )
    assert (article.published, article.agency, article.section) == (
        "2021-05-03T10:15:00+02:00",
        ("AFP",),
        "Monde",
    )
    assert article.text.split("\n\n") == ["Klow attend", LEAD, f"{MORE} & rien d'autre."]
    assert article.url == "https://c.example/1"
    assert len(aside) == 1 and "its page is" in aside[0].reason


def test_atom(tmp_path: Path) -> None:
    (article,), aside = read(written(tmp_path, "f.atom", ATOM))
    assert aside == [] and article.title == "Klow & Szohôd" and article.url == "https://c.example/1"
    assert (article.published, article.updated) == ("2021-05-03T10:15:00Z", "2021-05-03T12:00:00Z")
    assert article.text.split("\n\n")[1:] == [LEAD, LAST] and article.author == "J. Morel"


def test_addresses_are_completed_by_the_feeds_own() -> None:
    entries = list(find_entries(RSS.encode(), "https://c.example/flux/rss.xml"))
    assert [e.url for e in entries] == ["https://c.example/1", "https://c.example/2"]


def test_a_feed_cut_short_keeps_what_came_before() -> None:
    assert [e.key for e in find_entries(RSS[: RSS.index("<item><title>Brève")].encode())] == ["k-1"]
    assert list(find_entries(b"")) == list(find_entries(b"<rss>")) == []

"""Actors and ties as GEXF (with dates, for Gephi) and as GraphML.

Tie(États-Unis → Corée du Nord, ACCUSE, 28 February to 2 March) → an edge with start, end, weight and kind.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, tostring

from dragoman.show.networks import Tie, make_ties
from dragoman.show.selections import Selection

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
GEXF = "http://gexf.net/1.3"
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
NODE_FIELDS = ("kind", "side")
EDGE_FIELDS = ("kind", "count", "first", "last", "quote", "url")


def write_gexf(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """GEXF 1.3, dynamic: each edge stands from the first to the last day that it is told of."""
    root = Element("gexf", xmlns=GEXF, version="1.3")
    graph = SubElement(root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date")
    for about, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        attributes = SubElement(graph, "attributes", {"class": about, "mode": "static"})
        for name in fields:
            kind = "integer" if name == "count" else "string"
            SubElement(attributes, "attribute", id=f"{about}-{name}", title=name, type=kind)
    ties = make_ties(selection)
    numbers = _numbers(ties)
    nodes = SubElement(graph, "nodes")
    for name, n in numbers.items():
        node = SubElement(nodes, "node", id=str(n), label=_clean(name))
        _values(node, "node", (selection.kinds.get(name), selection.sides.get(name)), NODE_FIELDS)
    edges = SubElement(graph, "edges")
    for n, tie in enumerate(ties):
        edge = SubElement(
            edges, "edge", id=str(n), source=str(numbers[tie.source]), target=str(numbers[tie.target]),
            weight=str(tie.count), label=tie.kind,
        )  # fmt: skip
        if tie.first and tie.last:
            edge.set("start", tie.first)
            edge.set("end", tie.last)
        _values(edge, "edge", _told(selection, tie), EDGE_FIELDS)
    return _xml(root)


def write_graphml(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """GraphML: the same graph with its dates as attributes."""
    root = Element("graphml", xmlns=GRAPHML)
    for about, fields in (("node", ("label", *NODE_FIELDS)), ("edge", EDGE_FIELDS)):
        for name in fields:
            kind = "int" if name == "count" else "string"
            names = {"for": about, "attr.name": name, "attr.type": kind}
            SubElement(root, "key", {"id": f"{about}-{name}", **names})
    graph = SubElement(root, "graph", edgedefault="directed")
    ties = make_ties(selection)
    numbers = _numbers(ties)
    for name, n in numbers.items():
        node = SubElement(graph, "node", id=f"n{n}")
        told = (name, selection.kinds.get(name), selection.sides.get(name))
        _data(node, "node", told, ("label", *NODE_FIELDS))
    for n, tie in enumerate(ties):
        edge = SubElement(
            graph, "edge", id=f"e{n}", source=f"n{numbers[tie.source]}", target=f"n{numbers[tie.target]}"
        )
        _data(edge, "edge", _told(selection, tie), EDGE_FIELDS)
    return _xml(root)


def _numbers(ties: list[Tie]) -> dict[str, int]:
    names = sorted({name for tie in ties for name in (tie.source, tie.target)})
    return {name: n for n, name in enumerate(names)}


def _told(selection: Selection, tie: Tie) -> tuple[object, ...]:
    source = selection.source_of(tie.claims[0])
    return (
        tie.kind, tie.count, tie.first, tie.last, source and source.sentence, source and source.url,
    )  # fmt: skip


def _values(owner: Element, about: str, values: tuple[object, ...], fields: tuple[str, ...]) -> None:
    held = SubElement(owner, "attvalues")
    for name, value in zip(fields, values, strict=True):
        if value is not None:
            SubElement(held, "attvalue", {"for": f"{about}-{name}", "value": _clean(str(value))})


def _data(owner: Element, about: str, values: tuple[object, ...], fields: tuple[str, ...]) -> None:
    for name, value in zip(fields, values, strict=True):
        if value is not None:
            SubElement(owner, "data", key=f"{about}-{name}").text = _clean(str(value))


def _clean(words: str) -> str:
    return CONTROLS.sub("\ufffd", words)


def _xml(root: Element) -> bytes:
    told: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return told

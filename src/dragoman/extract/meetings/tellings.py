"""Each phrase that names a meeting: "un sommet à Hanoï" → Telling(kind summit, place Hanoï).

In: a Document. Out: Tellings in text order, with who takes part, the day, the place and the status that the
phrase alone gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragoman.extract.meetings import words as lexicon
from dragoman.extract.meetings.absences import absent_from
from dragoman.extract.meetings.circumstances import clause_of, date_of, dates_by_gap, is_edge, place_of
from dragoman.extract.meetings.participants import between, in_passive, meets_people, of_noun, of_verb
from dragoman.extract.meetings.statuses import FINAL, is_background, is_beside, status_of, tense_of
from dragoman.extract.syntax import is_negated
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

# Where the sentences end that tell what the article is about.
LEDE = 3
# Frames of verbs that tell a meeting by a place.
PLACED = ("at", "invite", "plural", "expected")
READ = ("title", "standfirst", "paragraph", "heading")
CONTRACTED = ("du", "au", "des", "aux")
DEFINITE = ("le", "la", "l'", "les", "l’")


@dataclass(slots=True)
class Telling:
    """One phrase. `how` is noun, verb or name; `sure` is the lexicon's.

    `date` and `place` are the phrase's own; `about` and `around` those of the clause, less sure. `determiner`
    is definite, demonstrative, possessive, indefinite or none; `fresh` is nouveau/prochain, `gone` dernier;
    `tense` is that of its clause, `background` the pluperfect, `beside` `lors de`, `asked` a question, `case` the
    preposition; `topic` is `sur X`; `official` is an adjective that tells a meeting (`bilatéral`); `apart` is a meal
    or a ceremony, which is never the meeting that holds it; `edge` is one that something else is dated by ("d'ici au
    sommet", "à la veille du sommet"), and `landmark` one that time is counted from ("huit mois après leur rencontre").
    `entry` is which name it is of meeting_names.yaml; `absent` are those who stay away, `between` the two of "entre X
    et Y" that the verb carries; `where` tells title, lede (the next two sentences) or further.
    """

    head: int
    span: Span
    how: str
    kind: str
    lemma: str
    sure: int
    participants: tuple[str, ...] = ()
    host: str | None = None
    date: str | None = None
    place: str | None = None
    about: str | None = None
    around: str | None = None
    status: str | None = None
    rank: int = 0
    tense: str | None = None
    background: bool = False
    beside: bool = False
    asked: bool = False
    case: str | None = None
    determiner: str = "none"
    fresh: bool = False
    gone: bool = False
    ordinal: int | None = None
    topic: bool = False
    official: bool = False
    plural: bool = False
    apart: bool = False
    landmark: bool = False
    edge: bool = False
    entry: str | None = None
    absent: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    where: str = "further"


def find_tellings(document: Document) -> list[Telling]:
    """All phrases that name a meeting, sure or not, in text order."""
    out: list[Telling] = []
    taken: set[int] = set()
    for token in document.tokens:
        if (
            token.pos not in ("NOUN", "PROPN", "X", "VERB", "AUX")
            or document.block_of(token.i).kind not in READ
        ):
            continue
        verb = token.pos in ("VERB", "AUX")
        telling = _verb(document, token) if verb else _noun(document, token)
        if telling is not None:
            out.append(telling)
            taken.update(t.i for t in document.tokens_in(telling.span))
    out.extend(t for t in _named(document) if t.head not in taken)
    return _trimmed(document, sorted(out, key=lambda t: t.span))


def _trimmed(document: Document, tellings: list[Telling]) -> list[Telling]:
    """A phrase ends before the next one that it holds: "de nouvelles discussions" | "leur sommet"."""
    for telling, after in pairwise(tellings):
        if telling.head < after.head and after.span.start < telling.span.end and telling.how == "noun":
            ends = [t.end for t in document.tokens[telling.head : after.head] if t.end <= after.span.start]
            kept = [t for t in document.tokens[telling.head : after.head] if t.end in ends]
            while len(kept) > 1 and kept[-1].pos in ("ADP", "DET", "PUNCT", "CCONJ"):
                kept.pop()
            telling.span = Span(telling.span.start, kept[-1].end)
    return tellings


def _circumstances(document: Document, telling: Telling, token: Token) -> Telling:
    date, sure = date_of(document, token)
    telling.date, telling.about = (date, None) if sure else (None, date)
    place, sure = place_of(document, token)
    telling.place, telling.around = (place, None) if sure else (None, place)
    telling.status, telling.rank = status_of(document, token)
    telling.absent = absent_from(document, token)
    if telling.absent and telling.status in FINAL:
        telling.status, telling.rank = None, 0  # their coming is off, not the meeting
    telling.tense = tense_of(document, clause_of(document, token))
    telling.background = is_background(document, clause_of(document, token))
    telling.beside = is_beside(document, token)
    telling.case = next((c.lower for c in document.children(token.i, "case")), None)
    telling.asked = document.sentence_of(token.i).span.of(document.text).rstrip(' »”"').endswith("?")
    if telling.asked and telling.status in FINAL:
        telling.status, telling.rank = "planned", 1  # "sera-t-elle annulée ?"
    title = document.block_of(token.i).kind == "title"
    telling.where = "title" if title else "lede" if token.sent < LEDE else "further"
    telling.landmark = dates_by_gap(document, token)
    telling.edge = is_edge(document, token)
    return telling


def _noun(document: Document, token: Token) -> Telling | None:
    entry = lexicon.entry_of(token)
    if entry is None or (token.text[0].isupper() and token.pos == "PROPN" and entry["sure"] < 2):
        return None
    kids = document.children(token.i)
    around = {k.lemma for k in kids} | {k.lower for k in kids}
    if around & lexicon.words("none"):
        return None
    if _foreign(document, token, entry["lemma"], around):
        return None
    if "of" in entry and not around & set(entry["of"]):
        return None
    if "with" in entry and not around & set(entry["with"]):
        return None
    if "by" in entry and not _stands_by(document, token, entry["by"]):
        return None
    # `un cycle de négociations`: the outer noun tells it
    outer = lexicon.entry_of(document.head_of(token.i)) if token.dep == "nmod" else None
    if outer is not None and token.lemma in outer.get("of", ()):
        return None
    kind = "call" if around & lexicon.words("telephone") else entry["kind"]
    people, host = of_noun(document, token, kind)
    both = between(document, token)
    telling = Telling(
        head=token.i,
        span=_noun_span(document, token),
        how="noun",
        kind=kind,
        lemma=entry["lemma"],
        sure=max(entry["sure"], 2 if kind == "call" else 0),
        participants=tuple(dict.fromkeys((*people, *both))),
        between=both,
        host=host,
        determiner=_determiner(kids),
        fresh=bool(around & lexicon.words("fresh")),
        gone=bool(around & lexicon.words("gone")),
        ordinal=next((n for k in kids if (n := lexicon.ordinals().get(k.lower))), None),
        topic=any(c.lower == "sur" for k in kids for c in document.children(k.i, "case")),
        official=bool(around & lexicon.words("official")),
        plural=token.morph.get("Number") == "Plur",
        apart=bool(entry.get("apart")),
    )
    telling = _circumstances(document, telling, token)
    if entry.get("placed") and not telling.place:
        return None
    if telling.beside and telling.status == "held" and around & lexicon.words("next"):
        telling.status, telling.rank = "planned", 2  # "juste après le prochain sommet"
    if "status" in entry and telling.rank < 2:
        telling.status, telling.rank = entry["status"], 2
    return telling


def _stands_by(document: Document, token: Token, forms: list[str]) -> bool:
    """Whether one of the prepositions or determiners stands before the noun: "de passage à Lima"."""
    return any(k.i < token.i and k.lower in forms for k in document.children(token.i, "case", "det"))


def _determiner(kids: list[Token]) -> str:
    det = next((k for k in kids if k.dep == "det"), None)
    if det is None:
        contracted = any(k.dep == "case" and k.lower in CONTRACTED for k in kids)
        return "definite" if contracted else "none"
    if det.morph.get("Poss") or det.lemma in ("son", "leur", "mon", "notre"):
        return "possessive"
    if det.lower in ("ce", "cet", "cette", "ces"):
        return "demonstrative"
    return "definite" if det.lower in DEFINITE else "indefinite"


def _foreign(document: Document, token: Token, lemma: str, around: set[str]) -> bool:
    """Homonyms: a press conference, an interview, free trade, the negotiating table."""
    senses = set(lexicon.foreign(lemma))
    governor = document.head_of(token.i)
    if senses & around or (governor.i != token.i and governor.lemma in senses):
        return True
    if governor.lower in ("table", "libre") and token.dep != "nsubj":
        return True
    before = document.text[max(0, token.start - 6) : token.start].lower()
    if before.endswith(("libre-", "libre ", "contre-")) and lemma == "échange":
        return True
    return lemma == "entretien" and any(k in around for k in ("dans",))


def _noun_span(document: Document, token: Token) -> Span:
    """From the determiner to the last plain complement (no clause, no apposition)."""
    first, last = token, token
    for kid in document.children(token.i):
        if kid.i < token.i and kid.dep in ("det", "amod", "nummod"):
            first = min(first, kid, key=lambda t: t.i)
        if token.i < kid.i < token.i + 8 and kid.dep in ("amod", "nmod", "flat:name", "compound"):
            ids = [k for k in document.subtree(kid.i) if k <= kid.i + 6]
            last = max(last, document.tokens[ids[-1]], key=lambda t: t.i)
    return Span(first.start, last.end)


def _verb(document: Document, token: Token) -> Telling | None:
    entry = lexicon.verb_entry(token)
    if entry is None:
        return None
    frame = entry["frame"]
    kids = document.children(token.i)
    pronominal = any(k.i < token.i and k.dep.startswith("expl") and k.dep != "expl:subj" for k in kids)
    brought = not pronominal and in_passive(document, token)
    if (entry.get("pronominal", False) and not pronominal and not (brought and entry.get("brought"))) or (
        frame == "object" and pronominal and not entry.get("mutual")
    ):
        return None
    carries = any(k.morph.get("VerbForm") == "Inf" for k in document.children(token.i, "xcomp"))
    if (frame == "expected" and not brought) or (frame == "at" and carries):
        return None  # "va transiger", "est venu chercher"
    around = {
        t.lemma for t in document.tokens[token.i : min(token.i + 7, document.sentence_of(token.i).last)]
    }
    if _never_was(document, token):
        return None
    people, host = of_verb(document, token, frame, pronominal)
    people = tuple(p for p in people if (a := document.actors.get(p)) is None or a.kind != "media")
    if entry["lemma"] == "appeler" and not (
        around & lexicon.words("telephone") or _rings(document, token, people)
    ):
        return None
    group = [k for k in kids if k.i < token.i and k.dep.startswith(("aux", "expl:comp", "expl:pass"))]
    end = next(
        (k.end for k in kids if token.i < k.i < token.i + 8 and k.dep in ("obj", "obl:arg", "obl:mod")),
        token.end,
    )
    telling = Telling(
        head=token.i,
        span=Span(min([token.start, *(t.start for t in group)]), end),
        how="verb",
        kind="call" if entry["kind"] != "visit" and around & lexicon.words("telephone") else entry["kind"],
        lemma=entry["lemma"],
        sure=1,
        participants=people,
        host=host,
    )
    telling = _circumstances(document, telling, token)
    both = entry.get("both", False)
    unnamed = not both and meets_people(document, token, frame)
    placed = telling.place is not None and (frame in PLACED or (brought and frame == "object" and not both))
    if _summoned(kids) or len(people) < (1 if placed or unnamed else 2):
        return None
    if frame in PLACED and len(people) + unnamed < 2 and not placed:
        return None
    if frame == "expected":
        telling.status, telling.rank = "planned", 2
    if frame == "invite" and (not telling.place or _asked_else(kids)):
        return None
    if frame == "invite" and telling.status in ("held", "ongoing", None):
        telling.status, telling.rank = "proposed", 2
    return telling


def _never_was(document: Document, verb: Token) -> bool:
    """ "il n'a pas été reçu", "il n'était pas prévu qu'ils se rencontrent", "il s'y rendait quand…": neither held
    nor called off.
    """
    if is_negated(document, verb.i) and tense_of(document, verb) == "past":
        return True
    if _broken_off(document, verb):
        return True
    governor = document.head_of(verb.i)
    return verb.dep in ("ccomp", "csubj", "xcomp") and is_negated(document, governor.i)


def _broken_off(document: Document, verb: Token) -> bool:
    """ "se rendait à Klow quand il a fait un malaise": of who was on the way when something happened."""
    if verb.morph.get("Tense") != "Imp" or verb.morph.get("VerbForm") != "Fin":
        return False
    sentence = document.sentence_of(verb.i)
    return any(
        t.lower in ("quand", "lorsque", "lorsqu'", "lorsqu’")
        for t in document.tokens[verb.i + 1 : sentence.last]
    )


def _asked_else(kids: list[Token]) -> bool:
    """ "a invité à ne pas y voir une rupture": who is asked to do something else is not invited."""
    todo = [
        k
        for k in kids
        if k.morph.get("VerbForm") == "Inf" and k.dep in ("xcomp", "advcl", "obl:arg", "ccomp")
    ]
    return bool(todo) and not any(k.lemma in lexicon.words("coming") for k in todo)


def _rings(document: Document, verb: Token, people: tuple[str, ...]) -> bool:
    """ "Anna Kovar a appelé M. Sant": a person rings another who is asked to do nothing."""
    persons = [p for p in people if (a := document.actors.get(p)) and a.kind in ("person", "official")]
    asked = document.children(verb.i, "xcomp", "ccomp", "obl:arg")
    return len(persons) >= 2 and bool(document.children(verb.i, "obj", "iobj")) and not asked


def _summoned(kids: list[Token]) -> bool:
    """Journalists who are called together meet nobody."""
    return any(k.dep.startswith("obj") and k.lemma in lexicon.words("audience") for k in kids)


def _named(document: Document) -> list[Telling]:
    out = []
    for found in lexicon.names().finditer(document.text):
        entry = lexicon.name_entry(found)
        token = document.token_at(found.start())
        if token is None or document.block_of(token.i).kind not in READ:
            continue
        tokens = document.tokens_in(Span(*found.span()))
        head = next((t for t in tokens if t.pos in ("NOUN", "PROPN")), token)
        if document.head_of(head.i).lemma in lexicon.words("institution"):
            continue
        member = found.group(0) if entry["member"] == "same" else entry["member"]
        people, host = of_noun(document, head, entry["kind"])
        kids = document.children(head.i)
        telling = Telling(
            head=head.i,
            span=Span(*found.span()),
            how="name",
            kind=entry["kind"],
            lemma=found.group(0).lower().replace(" ", ""),
            sure=entry["sure"],
            participants=tuple(dict.fromkeys([*([member] if member else []), *people])),
            host=host,
            determiner="definite",
            fresh=bool({k.lemma for k in kids} & lexicon.words("fresh")),
            entry=lexicon.which_name(found),
        )
        out.append(_circumstances(document, telling, head))
    return out

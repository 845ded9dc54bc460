"""When and where a meeting that a noun or verb names takes place: "un sommet à Hanoï jeudi" → Hanoï, that day.

In: the Document and the token. Out: an EDTF date and a place as named, each with whether the phrase itself (or a
verb of taking place) tells it, or only the clause around it.
"""

from __future__ import annotations

from dragoman.extract.meetings.words import entry_of, words
from dragoman.lexicon.sides import find_side
from dragoman.model.documents import Document, Token
from dragoman.model.edtf import bounds, interval, is_day, is_edtf, width
from dragoman.model.times import Time

# How many words behind a noun may still tell when and where.
REACH = 22
STOPS = (";", ":", "où", "qui", "que", "qu'", "dont", "»", "”", '"')
# What is wider than this many days dates nothing.
WIDE = 400
# Two days told as a first and a last are of one meeting where so many days at most lie between them.
LASTS = 14
# Between what tells that it is put off and its new date stand at most so many characters.
MOVED = 40
CLAUSES = ("advcl", "ccomp", "acl:relcl", "parataxis", "csubj")


def edtf_of(time: Time) -> str | None:
    """The day or interval that a DATE or TIME points to."""
    if time.type not in ("DATE", "TIME"):
        return None
    if time.edtf:
        return time.edtf if is_edtf(time.edtf) else None
    value = time.value[:10] if time.value[:4].isdigit() else ""
    return value if value and is_edtf(value) else None


def own_tokens(document: Document, i: int) -> set[int]:
    """The subtree of token `i` without the clauses in it; participles (`prévu mardi`) stay."""
    out, todo = {i}, [i]
    while todo:
        k = todo.pop()
        for kid in document.children(k):
            # "le sommet qui doit avoir lieu samedi", "le sommet du G7 qui se tient samedi"
            own = kid.dep == "acl:relcl" and (
                takes_place(document, kid) if k == i else _is_said_of_it(document, i, kid)
            )
            clause = kid.dep in (*CLAUSES, "conj") and kid.pos in ("VERB", "AUX")
            if kid.i in out or (clause and not own):
                continue
            if kid.dep == "acl" and kid.morph.get("VerbForm") == "Inf":
                continue
            if entry_of(kid) is not None and document.children(kid.i, "det", "case")[1:]:
                continue  # another meeting: "les discussions … lors du premier sommet, à Singapour"
            out.add(kid.i)
            todo.append(kid.i)
    return out


def clause_of(document: Document, token: Token) -> Token:
    """The verb (or root) that heads the clause of a noun."""
    here = token
    while here.pos not in ("VERB", "AUX") and here.head != here.i:
        here = document.tokens[here.head]
    return _carried(document, here)


def _carried(document: Document, verb: Token) -> Token:
    """ "doit se tenir mardi": the verb that a modal carries."""
    if verb.lemma in ("devoir", "pouvoir", "aller"):
        return next((k for k in document.children(verb.i, "xcomp", "ccomp")), verb)
    return verb


def _is_said_of_it(document: Document, noun: int, verb: Token) -> bool:
    """Whether a relative clause that hangs on the noun's complement is of the noun: "le sommet du G7 qui s'ouvre"."""
    verb = _carried(document, verb)
    pronominal = any(k.i < verb.i for k in document.children(verb.i, "expl:comp", "expl:pass", "expl:pv"))
    near = document.head_of(document.head_of(verb.i).i).i == noun
    return near and ((pronominal and takes_place(document, verb)) or verb.lemma in words("hosting"))


def takes_place(document: Document, verb: Token) -> bool:
    """Whether a verb tells that a meeting takes place."""
    return _carried(document, verb).lemma in words("happening")


def tells_when(document: Document, token: Token, governor: Token) -> bool:
    """Whether the clause's day and place are the meeting's: a verb of taking place, or `lors de`."""
    if token.i == governor.i:
        return True
    cases = {c.lower for c in document.children(token.i, "case", "advmod", "fixed")}
    head = document.head_of(token.i)
    order = head.i > 1 and document.tokens[head.i - 2].lower == "ordre"  # "à l'ordre du jour du sommet"
    if (cases | {head.lower}) & words("during") and not order:
        return True
    return governor.lemma in words("happening") and (token.head == governor.i or token.head == governor.head)


def date_of(document: Document, token: Token) -> tuple[str | None, bool]:
    """A date and whether it is surely the meeting's."""
    sentence = document.sentence_of(token.i)
    times = [(t, e) for t in document.times_in(sentence.span) if (e := edtf_of(t))]
    times = [(t, e) for t, e in times if width(e) <= WIDE and not _bounds_only(document, t)]
    if not times:
        return None, False
    governor = clause_of(document, token)
    own = own_tokens(document, token.i)
    verb = token.pos in ("VERB", "AUX")
    edge = is_edge(document, token)

    def first(ids: set[int], after: int) -> str | None:
        for n, (time, edtf) in enumerate(times):
            k = document.token_at(time.span.start)
            if k is not None and k.i >= after and any(j in ids for j in (k.i, k.i + 1, k.i + 2)):
                return _through(document, time, edtf, times[n + 1 :])
        return None

    behind = follows(document, token)
    near = next((e for t, e in times if 0 <= t.span.start - token.end <= 6), None)
    told = first(own, 0 if verb else token.i) or near or first(behind, token.i)
    if told is not None:
        return told, True
    if edge:
        return None, False
    told = first(own_tokens(document, governor.i), 0)
    return told, told is not None and tells_when(document, token, governor)


def moved_to(document: Document, head: int) -> str | None:
    """The new date of a meeting that is put off: "a été repoussé du 11 juin à janvier", "son report au 5 mai"."""
    sentence = document.sentence_of(head)
    times = [(t, e) for t in document.times_in(sentence.span) if (e := edtf_of(t))]
    for token in document.tokens[sentence.first : sentence.last]:
        if token.lemma not in words("moving"):
            continue
        for time, edtf in times:
            between = document.text[token.end : time.span.start]
            # "du 3 au 5 mai": what stands after "à" or "au" is the new date
            if (
                0 < len(between) <= MOVED
                and between.split()[-1:]
                and between.split()[-1].lower() in words("to_when")
            ):
                return edtf
    return None


def follows(document: Document, noun: Token) -> set[int]:
    """What stands behind a noun up to the next verb or the next meeting, however the parse hangs it."""
    out: set[int] = set()
    if noun.pos in ("VERB", "AUX"):
        return out
    for token in document.tokens[noun.i + 1 : min(noun.i + REACH, document.sentence_of(noun.i).last)]:
        if token.pos in ("VERB", "AUX") and token.morph.get("VerbForm") != "Part":
            break
        if token.lower in STOPS or entry_of(token) is not None:
            break
        out.add(token.i)
    return out


def _bounds_only(document: Document, time: Time) -> bool:
    """ "suspendues depuis le 4 août", "la veille du sommet": the time dates something else by the meeting."""
    before = document.text[max(0, time.span.start - 8) : time.span.start].lower().rsplit(None, 1)
    after = document.text[time.span.end : time.span.end + 4].lower()
    relative = time.span.of(document.text).lower().split()[-1] in words("relative")
    return (bool(before) and before[-1] in words("bound")) or (relative and after.startswith((" d", " de")))


def _through(document: Document, time: Time, edtf: str, after: list[tuple[Time, str]]) -> str:
    """ "mercredi et jeudi", "du 24 au 26 août": days in a row are one interval."""
    if after and is_day(edtf) and is_day(after[0][1]):
        joined = document.text[time.span.end : after[0][0].span.start].strip()
        first, last = bounds(edtf)[0], bounds(after[0][1])[0]
        days = (last - first).days
        if (joined == "et" and days == 1) or (joined in words("until") and 0 < days <= LASTS):
            return interval(first, last)
    return edtf


def is_edge(document: Document, token: Token) -> bool:
    """ "huit mois après leur rencontre", "d'ici au sommet": what is dated is the clause, not the meeting."""
    first = min([token.i, *(k.i for k in document.children(token.i, "case", "det") if k.i < token.i)])
    if first > 0 and document.tokens[first - 1].lower in words("bound"):
        return True
    for noun in (token, document.head_of(token.i)):
        if noun is not token and (noun.pos != "NOUN" or token.dep != "nmod"):
            continue
        for case in document.children(noun.i, "case", "advmod", "fixed"):
            if case.lower in words("bound"):
                return True
    return document.head_of(token.i).lower in words("relative")


def dates_by_gap(document: Document, token: Token) -> bool:
    """ "huit mois après leur rencontre": the meeting lies well before or after what is told."""
    for case in document.children(token.i, "case", "advmod"):
        if case.lower in ("après", "avant", "depuis"):
            gap = [t for t in document.times if 0 <= case.start - t.span.end <= 1]
            return any(t.type == "DURATION" or t.value.startswith("P") for t in gap)
    return False


def place_of(document: Document, token: Token) -> tuple[str | None, bool]:
    """A place and whether it is surely the meeting's: of a noun what stands behind it, of a verb what hangs on it."""
    own = sorted(own_tokens(document, token.i) & _unbroken(document, token))
    if token.pos in ("VERB", "AUX"):
        own += [k.i for k in document.children(token.i) if k.i < token.i and k.dep.startswith("obl")]
    else:
        own += sorted(follows(document, token))
    for i in own:
        if _is_left(document, i, token):
            continue
        if any(entry_of(t) is not None for t in document.tokens[token.i + 1 : i]):
            break  # what stands behind another meeting's name is that one's
        if (found := _place(document, i, token)) is not None:
            return found, True
    governor = clause_of(document, token)
    for kid in document.children(governor.i):
        if kid.i not in own and (found := _place(document, kid.i, None)) is not None:
            held = takes_place(document, governor) and document.head_of(token.i).i == governor.i
            return found, held and not is_edge(document, token)
    return None, False


def _is_left(document: Document, i: int, verb: Token) -> bool:
    """Whether token `i` tells of where one comes from: "se rendait de Tomsk, en Sibérie, à Moscou"."""
    if verb.pos not in ("VERB", "AUX"):
        return False
    first = min([i, *(c.i for c in document.children(i, "case"))])
    told = [i]
    if first - 2 > verb.i and document.tokens[first - 1].text == ",":
        told.append(first - 2)
    return any(c.lower in ("de", "d'", "d’", "depuis") for k in told for c in document.children(k, "case"))


def _unbroken(document: Document, head: Token) -> set[int]:
    """The words behind a noun or verb up to a verb that another subject may have."""
    last = document.sentence_of(head.i).last
    out: set[int] = set()
    for token in document.tokens[head.i + 1 : last]:
        finite = token.morph.get("VerbForm") == "Fin" and token.pos in ("VERB", "AUX")
        if (
            finite
            and document.tokens[token.i - 1].lower != "qui"
            and not any(k.lower in ("qui", "que", "où") for k in document.children(token.i))
        ):
            break
        out.add(token.i)
    return out


def _place(document: Document, i: int, noun: Token | None) -> str | None:
    """The name under `à, en, au…`, or under `de` right after the noun where it is known as a place."""
    token = document.tokens[i]
    cases = {c.lower for c in document.children(i, "case")}
    if not token.text[0].isupper():
        return _site(document, token) if cases & words("places") else None
    if token.pos not in ("PROPN", "NOUN"):
        return None
    mention = document.mention_of(i)
    if cases & words("places"):
        if mention is not None and not mention.place and mention.kind not in ("name", "metonym"):
            return None
        if mention is not None and not mention.place and mention.actors:
            actor = document.actors.get(mention.actors[0])
            if actor is not None and actor.kind not in ("state",):
                return None
            visited = noun is not None and (entry_of(noun) or {}).get("kind") == "visit"
            visited = visited or document.head_of(i).lemma in words("happening")  # "organisé aux États-Unis"
            if mention.kind == "name" and cases & {"à", "au", "aux"} and not visited:
                return None  # "proposer des discussions aux États-Unis", but "une visite aux États-Unis"
        if token.text.isupper() or any(ch.isdigit() for ch in token.text):
            return None
        return _name(document, token)
    near = (
        noun is not None and noun.pos == "NOUN" and 0 < token.i - noun.i <= 4 and cases & {"de", "d'", "d’"}
    )
    if near and mention is not None and mention.place:
        return _name(document, token)
    return None


def _site(document: Document, noun: Token) -> str | None:
    """A place that a noun tells with a name or an adjective: "fort de Brégançon", "capitale nord-coréenne"."""
    if noun.lower not in words("sites"):
        return None
    after = document.tokens[noun.i + 1 : noun.i + 3]
    if noun.lower == "capitale":
        of_a_state = after and (side := find_side(after[0].text)) is not None and side.kind == "state"
        return document.text[noun.start : after[0].end] if of_a_state else None
    for token in after:
        if token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "X"):
            return document.text[noun.start : token.start] + _name(document, token)
        if token.lower not in ("de", "d'", "d’", "du", "des", "la", "l'", "l’"):
            break
    return None


def _name(document: Document, token: Token) -> str:
    """The whole name: the mention's where there is one, else what stands joined to the token (`New York`)."""
    mention = document.mention_of(token.i)
    last = token
    if mention is not None and mention.span.start == token.start:
        last = document.token_at(mention.span.end - 1) or token
    for kid in document.children(token.i, "flat"):
        if kid.i == last.i + 1:
            last = kid
    for after in document.tokens[last.i + 1 : last.i + 4]:
        if after.sent != token.sent or not (
            after.text == "-" or (after.pos in ("PROPN", "X") and after.text[:1].isupper())
        ):
            break
        last = after
    following = document.tokens[last.i + 1 : last.i + 3]
    if len(following) == 2 and following[0].lower in ("de", "d'", "du") and following[1].text[:1].isupper():
        of = document.mention_of(following[1].i)
        if of is not None and of.kind == "metonym":  # "l'hôtel Bristol de Varsovie"
            last = following[1]
    return document.text[token.start : last.end].rstrip("-")

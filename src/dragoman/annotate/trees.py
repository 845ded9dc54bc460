"""Trees mended where the parser errs on what dispatches are full of: "entre X et Y", "un sommet X-Y".

"La rencontre entre Mme Roux et M. Sant s'est tenue à Lima": the parser makes `Sant` the subject and leaves the meeting
without a verb; mended, `Sant` is coordinated with `Roux` and `rencontre` is the subject.
"""

from __future__ import annotations

from dragoman.model.documents import Token

# How far after `entre X` its `et Y` may stand.
REACH = 14
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"))
# What a verb may be to its governor.
_CLAUSAL = frozenset(("acl", "advcl", "ccomp", "conj", "csubj", "parataxis", "xcomp"))


def mend_trees(tokens: list[Token]) -> None:
    """Correct `head`, `dep` and `children` in place."""
    for token in tokens:
        if token.lower == "entre" and token.head != token.i:
            _mend_between(tokens, token)
        elif token.pos == "ADJ" and token.dep in ("advmod", "nsubj"):
            _mend_adjective(tokens, token)
        elif token.lower == "et":
            _mend_second(tokens, token)
            _mend_joint(tokens, token)


def _mend_second(tokens: list[Token], et: Token) -> None:
    """ "Le dîner qui devait réunir Mme Roux et M. Sant a été annulé": of a verb's two subjects, the one after `et` is
    coordinated with the name before it."""
    one, other = tokens[et.i - 1], tokens[min(et.i + 1, len(tokens) - 1)]
    if et.i == 0 or one.pos != "PROPN" or other.pos != "PROPN" or not one.sent == et.sent == other.sent:
        return
    verb = tokens[other.head]
    firsts = [tokens[k] for k in verb.children if tokens[k].dep.startswith("nsubj") and k < one.i]
    if not other.dep.startswith("nsubj") or not firsts or firsts[0].i == one.i:
        return
    if other.i not in _above(tokens, one.i) and one.i not in _above(tokens, other.i):
        _attach(tokens, other, one.i, "conj")


def _mend_joint(tokens: list[Token], et: Token) -> None:
    """ "Mme Roux et M. Sant se sont rencontrés": one subject of a verb in the plural, where the parser takes the verb
    and its singular subject for a clause that is coordinated with the first name."""
    verb = tokens[et.head]
    one = tokens[verb.head]
    if (
        verb.dep != "conj"
        or verb.pos != "VERB"
        or one.pos not in ("PROPN", "NOUN")
        or not one.i < et.i < verb.i
    ):
        return
    subjects = [tokens[k] for k in verb.children if tokens[k].dep.startswith("nsubj")]
    if len(subjects) != 1:
        return
    other = subjects[0]
    if not et.i < other.i < verb.i or min((other.i, *other.children)) != et.i + 1:
        return
    group = [verb, *(tokens[k] for k in verb.children if tokens[k].dep.startswith("aux"))]
    plural = any(t.morph.get("Number") == "Plur" and t.morph.get("VerbForm") == "Fin" for t in group)
    cased = any(tokens[k].dep == "case" for k in (*one.children, *other.children))
    parted = any(t.pos in ("VERB", "AUX") or t.text in ":;" for t in tokens[one.i : et.i])
    if cased or parted or not plural or other.morph.get("Number") == "Plur":
        return
    top, dep, subject = one.head, one.dep, other.dep
    if top != one.i and dep.split(":")[0] not in _CLAUSAL:
        dep = "ccomp" if tokens[top].pos == "VERB" else "parataxis"
    _attach(tokens, verb, verb.i if top == one.i else top, dep)
    _attach(tokens, one, verb.i, subject)
    _attach(tokens, other, one.i, "conj")
    _attach(tokens, et, other.i, "cc")


def _mend_adjective(tokens: list[Token], token: Token) -> None:
    """ "Un sommet turco-iranien aura lieu": an adjective at once after its noun is not the verb's."""
    noun = tokens[token.i - 1]
    beside = token.i > 0 and noun.pos == "NOUN" and noun.sent == token.sent and token.head != noun.i
    if beside and not token.children and token.i not in _above(tokens, noun.i):
        _attach(tokens, token, noun.i, "amod")


def _mend_between(tokens: list[Token], entre: Token) -> None:
    one = tokens[entre.head]
    other = _other(tokens, entre, one)
    if other is None or one.i in _above(tokens, other.i) or other.i in _above(tokens, one.i):
        return
    verb, noun = tokens[other.head], tokens[one.head]
    _attach(tokens, other, one.i, "conj")
    if noun.i < entre.i and noun.i != one.i and noun.pos in ("NOUN", "PROPN"):
        _give_subject(tokens, noun, verb, one)


def _other(tokens: list[Token], entre: Token, one: Token) -> Token | None:
    """The Y of `entre X et Y`, as far as words alone tell."""
    if one.i < entre.i or one.pos not in _NOMINAL or any(tokens[k].dep == "nummod" for k in one.children):
        return None
    for k in range(one.i + 1, min(one.i + REACH, len(tokens))):
        token = tokens[k]
        if token.sent != one.sent or token.pos in ("VERB", "AUX") or token.text in ";:":
            return None
        if token.lower == "et":
            other = tokens[token.head]
            # The conjunction may hang on the predicate, whose subject Y then is.
            subjects = (tokens[c] for c in other.children if k < c < other.i)
            other = next((t for t in subjects if t.dep.startswith("nsubj")), other)
            plain = other.i > k and other.sent == one.sent and other.pos in _NOMINAL
            cased = any(tokens[c].dep == "case" and tokens[c].i > k for c in other.children)
            ruling = any(tokens[c].dep.split(":")[0] in ("nsubj", "cop", "aux") for c in other.children)
            between = any(t.pos in ("VERB", "AUX") for t in tokens[k + 1 : other.i])
            return other if plain and not cased and not ruling and not between else None
    return None


def _give_subject(tokens: list[Token], noun: Token, verb: Token, one: Token) -> None:
    """`verb` had lost its subject to Y: it is the noun that `entre` hangs on."""
    if verb.i <= one.i or any(tokens[k].dep.startswith("nsubj") for k in verb.children):
        return
    if verb.i in _above(tokens, noun.i):
        return
    if noun.i in _above(tokens, verb.i):
        if verb.head != noun.i or verb.dep not in ("conj", "acl", "parataxis", "dep"):
            return
        top = noun.head
        _attach(tokens, verb, verb.i if top == noun.i else top, noun.dep)
    _attach(tokens, noun, verb.i, "nsubj")


def _above(tokens: list[Token], i: int) -> set[int]:
    """The governors of token `i`, up to the root."""
    seen: set[int] = set()
    while (head := tokens[i].head) != i and head not in seen:
        seen.add(head)
        i = head
    return seen


def _attach(tokens: list[Token], token: Token, head: int, dep: str) -> None:
    """Hang `token` on `head` (itself: a root), the children of both heads kept in order."""
    if token.head != token.i:
        tokens[token.head].children.remove(token.i)
    token.head, token.dep = head, dep
    if head != token.i:
        tokens[head].children.append(token.i)
        tokens[head].children.sort()

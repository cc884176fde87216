"""Which sentences are set aside as not checkable, and why.

Rules for what is fairly certain. They lean to recall: a sentence that they let pass costs a checker a
glance, one that they take away may cost a correction. Quoted or reported words are always kept, since
they can be held against the recording, unless they are boilerplate.

The order is that of certainty: boilerplate, question, request, prediction, opinion, no claim at all.
Each rule carries a sentence that it takes and one that looks like it and must stay.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import boilerplate, formulas, lexicon
from factcheck.assertions.setting import Setting

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.assertions.reading import Reading
    from factcheck.model import Reason

_HEADING = 12  # words


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a sentence is set aside, with one that it takes (``fires``) and one that it leaves."""

    name: str
    reason: Reason
    test: Callable[[Setting], bool]
    fires: str
    passes: str


def reason(
    here: Setting | None,
    paragraph: int,
    headings: Container[int] = (),
    rows: Container[int] = (),
) -> Reason | None:
    """Why a sentence of the paragraph is not checkable by the rules; None if it is.

    ``here`` is its setting, None where it has no word. ``headings`` and ``rows`` are the numbers of
    paragraphs that :class:`~factcheck.model.Article` knows as such: a heading only announces what the text or
    the table says, a row is always checked.
    """
    if here is None:
        return "boilerplate"
    if paragraph in rows:
        return None
    rule = decide(here)
    if rule is None:
        return "boilerplate" if paragraph in headings else None
    return rule.reason


def is_whole(reading: Reading, number: int, rows: Container[int] = ()) -> bool:
    """Whether sentence ``number`` is checked in one piece: a row of a table, the line below a post.

    ``rows`` are as in :func:`reason`.
    """
    sentence = reading.sentences[number - 1]
    return sentence.paragraph in rows or boilerplate.is_credit(sentence.span.of(reading.text))


def decide(here: Setting) -> Rule | None:
    """The first rule that takes the sentence, if any."""
    if boilerplate.is_credit(here.text):
        return None
    found = next((rule for rule in ANYWHERE if rule.test(here)), None)
    if found or here.quoted or here.spoken:
        return found
    return next((rule for rule in RULES if rule.test(here)), None)


def _is_boilerplate(s: Setting) -> bool:
    return boilerplate.match(s.text, alone=s.alone) is not None


def _is_heading(s: Setting) -> bool:
    """A line without a final mark that states nothing: no tense, no participle, no figure."""
    if not s.alone or s.closed or len(s.words) > _HEADING or s.text.rstrip().endswith((",", ";")):
        return False
    states = s.finite or s.figures or any(t.tag_ == "VBN" for t in s.words)
    return not states or (s.text.isupper() and len(s.words) <= 4)


def _is_repeated(s: Setting) -> bool:
    return s.repeats


def _is_signature(s: Setting) -> bool:
    """Nothing but a name, as a paragraph of its own."""
    return (
        s.alone and len(s.words) <= 4 and all(t.pos_ == "PROPN" for t in s.words) and not s.figures
    )


def _is_question(s: Setting) -> bool:
    return s.asks


def _is_command(s: Setting) -> bool:
    """A bare verb that rules the sentence, with no subject."""
    verb = s.root
    if verb.tag_ != "VB" or s.subject is not None or s.past or s.figures:
        return False
    clauses = {t.i for c in verb.children if c.dep_ in ("advcl", "prep") for t in c.subtree}
    before = (t for t in s.words if t.i < verb.i)
    return all(
        t.i in clauses
        or t.dep_ in ("intj", "cc", "advmod", "neg", "npadvmod")
        or t.lower_ in ("do", "please", "just", "n't", "n’t")
        for t in before
    )


def _is_advice(s: Setting) -> bool:
    """``You should …`` with no other main clause."""
    duty = any(t.lower_ in lexicon.DUTY for t in s.ruling)
    reader = s.subject is not None and s.subject.lower_ in lexicon.READER
    return duty and reader and len(s.ruling) == 1 and not s.figures


def _is_prediction(s: Setting) -> bool:
    """Every main clause has a modal of the future, and nothing is dated, counted or past."""
    if s.appointed or s.figures or s.past or not s.ruling:
        return False
    if not all(t.lower_ in lexicon.FUTURE for t in s.ruling):
        return False
    return _is_own(s) or _is_conditional(s) or _is_guess(s)


def _is_own(s: Setting) -> bool:
    """What the writer or the speaker will do, or what the reader's days will be like."""
    return s.first_person or (
        s.subject is not None
        and any(t.lower_ in lexicon.READER for t in (s.subject, *s.subject.lefts))
    )


def _is_conditional(s: Setting) -> bool:
    return any(t.lower_ in ("if", "unless") and t.dep_ == "mark" for t in s.words)


def _is_guess(s: Setting) -> bool:
    """``could``, ``might``; ``this will …``, ``it would …``. Plans of somebody named stay."""
    negated = any(c.dep_ == "neg" for c in s.root.children)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in s.root.children)
    if passive:
        return False
    if s.ruling[0].lower_ in lexicon.POSSIBLE:
        return not negated
    return s.subject is not None and s.subject.lower_ in lexicon.POINTING


def _is_hypothetical(s: Setting) -> bool:
    """``They could have …``: what did not happen."""
    modal = any(t.lower_ in lexicon.POSSIBLE | {"would"} for t in s.ruling)
    perfect = any(c.lower_ == "have" and c.dep_ == "aux" for c in s.root.children)
    happened = any(t.tag_ == "VBD" for t in s.words)
    return modal and perfect and len(s.ruling) == 1 and not (happened or s.figures or s.dated)


def _is_duty(s: Setting) -> bool:
    """What ought to be done, or who deserves what. A passive ``must`` is a regulation and stays."""
    if s.appointed or s.figures or any(t.tag_ == "VBD" for t in s.words):
        return False
    passive = any(c.dep_ == "auxpass" for c in s.root.children)
    verbs = {t.lower_ for t in s.ruling}
    if verbs & {"should", "ought"} or ("must" in verbs and not passive):
        return True
    if s.root.lemma_ == "deserve" and s.root.tag_ in ("VBP", "VBZ"):
        return True
    forced = s.root.lemma_ in ("need", "have") and any(c.dep_ == "xcomp" for c in s.root.children)
    return forced and s.root.tag_ in ("VBP", "VBZ") and (s.first_person or not s.named)


def _is_mind(s: Setting) -> bool:
    """The writer's own belief, hope, pride."""
    if s.figures or s.past or s.subject is None or s.subject.lower_ not in ("i", "we"):
        return False
    if any(t.lemma_ in ("announce", "report", "say") for t in s.words):
        return False
    feels = s.root.lemma_ == "be" and bool(_said_of(s) & lexicon.FEELINGS) and not s.named
    return feels or (s.root.tag_ == "VBP" and s.root.lemma_.lower() in lexicon.MIND)


def _is_verdict(s: Setting) -> bool:
    """``It is a remarkable …``: a copula with a word of judgement."""
    if s.figures or s.past or len(s.words) > 25 or s.root.lemma_ not in lexicon.COPULAS:
        return False
    pointing = s.subject is not None and s.subject.lower_ in lexicon.POINTING
    bare = not (s.dated or s.named)
    return (pointing or s.first_person or bare) and bool(_said_of(s) & lexicon.JUDGEMENT)


def _said_of(s: Setting) -> set[str]:
    """The words after a copula, with those that stand before the noun."""
    after = [c for c in s.root.children if c.dep_ in ("attr", "acomp", "oprd")]
    joined: list[Token] = [j for c in after for j in c.conjuncts]
    return {t.lower_ for c in (*after, *joined) for t in (c, *c.lefts)}


def _is_formula(why: Reason) -> Callable[[Setting], bool]:
    def test(s: Setting) -> bool:
        found = formulas.match(s.text)
        return found is not None and found.reason == why and (found.firm or not s.figures)

    return test


def _is_empty(s: Setting) -> bool:
    """A few words without tense, name, figure or date."""
    counted = s.finite or s.figures or s.dated or s.named
    return not counted and len(s.words) <= (3 if s.alone else 8)


ANYWHERE: tuple[Rule, ...] = (
    Rule("boilerplate", "boilerplate", _is_boilerplate, "Image: Marta Quill.", "The bridge fell."),
    Rule("heading", "boilerplate", _is_heading, "Gender and voting", "Bridge closed by river"),
    Rule(
        "repeated",
        "boilerplate",
        _is_repeated,
        "Council closes Ostburg bridge",
        "Mayor denies everything",
    ),
    Rule("signature", "boilerplate", _is_signature, "Marta Quill.", "Marta Quill won."),
)
RULES: tuple[Rule, ...] = (
    Rule("question", "question", _is_question, "Who paid for it?", "It is not known who paid."),
    Rule(
        "appeal",
        "request",
        _is_formula("request"),
        "I also want to thank my staff.",
        "Voters want to thank the mayor.",
    ),
    Rule("command", "request", _is_command, "Bring a coat and a map.", "Visitors bring a coat."),
    Rule(
        "advice", "request", _is_advice, "You should bring a coat.", "You can park on Mill Street."
    ),
    Rule(
        "promise",
        "prediction",
        _is_formula("prediction"),
        "We are committed to better roads.",
        "The council is committed to 40 new buses.",
    ),
    Rule(
        "hypothetical",
        "prediction",
        _is_hypothetical,
        "Voters could have chosen better.",
        "The river could have risen in 2019.",
    ),
    Rule(
        "prediction",
        "prediction",
        _is_prediction,
        "It would change the town.",
        "The bridge will open on Friday.",
    ),
    Rule("duty", "opinion", _is_duty, "The council must act.", "Dogs must be kept on a lead."),
    Rule("mind", "opinion", _is_mind, "I believe in this town.", "I left the town."),
    Rule(
        "verdict",
        "opinion",
        _is_verdict,
        "This is a remarkable place.",
        "This is a bridge.",
    ),
    Rule(
        "formula",
        "opinion",
        _is_formula("opinion"),
        "It is time to act.",
        "It is 40 metres long.",
    ),
    Rule("empty", "no-claim", _is_empty, "Absolutely not.", "Nine dead."),
)

"""Which sentences are set aside as not checkable, and why.

Rules for what is fairly certain. They lean to recall: a sentence that they let pass costs a checker a
glance, one that they take away may cost a correction. Quoted or reported words are always kept, since
they can be held against the recording, unless they are boilerplate.

The order is that of certainty: boilerplate, question, request, prediction, opinion, no claim at all.
Each rule carries a sentence that it takes and one that it must leave.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import boilerplate, lexicon
from factcheck.assertions.reading import Reading
from factcheck.model import Reason

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PAST = frozenset(("VBD", "VBN"))
_FIGURES = frozenset(("MONEY", "PERCENT", "QUANTITY", "CARDINAL"))
_DATES = frozenset(("DATE", "TIME"))
_OUTER = frozenset(("ROOT", "conj", "ccomp", "parataxis"))
_CLOSERS = "\"'”’»)]* "


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence and what stands around it.

    ``words`` are its tokens without blanks and punctuation, ``root`` rules them. ``alone``: it is a
    paragraph of its own. ``quoted``: it lies in quotation marks or holds a quotation of some length,
    or is an answer in an interview. ``spoken``: it reports what somebody said, wrote or thinks.
    """

    text: str
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    root: Token
    alone: bool
    quoted: bool
    spoken: bool

    @property
    def closed(self) -> bool:
        """Whether it ends as sentences end."""
        return self.text.rstrip(_CLOSERS)[-1:] in tuple(".!?…")

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return self.text.rstrip(_CLOSERS).endswith("?")

    @property
    def finite(self) -> tuple[Token, ...]:
        """The verbs that carry a tense, and modals."""
        return tuple(t for t in self.words if t.tag_ in _FINITE)

    @property
    def numbered(self) -> bool:
        """Whether a figure, sum or share stands in it."""
        return any(t.ent_type_ in _FIGURES or t.like_num for t in self.words)

    @property
    def dated(self) -> bool:
        """Whether a date or time stands in it."""
        return any(t.ent_type_ in _DATES for t in self.words)

    @property
    def named(self) -> int:
        """How many names of persons, places, bodies and works stand in it."""
        return sum(t.ent_iob_ == "B" and t.ent_type_ not in _FIGURES | _DATES for t in self.words)


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a sentence is set aside, with one that it takes (``fires``) and one that it leaves."""

    name: str
    reason: Reason
    test: Callable[[Setting], bool]
    fires: str
    passes: str


def reason(reading: Reading, number: int) -> Reason | None:
    """Why sentence ``number`` (from 1) of ``reading`` is not checkable; None if it is."""
    setting = place(reading, number)
    if setting is None:
        return "boilerplate"
    rule = decide(setting)
    return rule.reason if rule else None


def decide(setting: Setting) -> Rule | None:
    """The first rule that takes the sentence, if any."""
    for rule in ANYWHERE:
        if rule.test(setting):
            return rule
    if setting.quoted or setting.spoken:
        return None
    return next((rule for rule in RULES if rule.test(setting)), None)


def place(reading: Reading, number: int) -> Setting | None:
    """The setting of sentence ``number``; None where it holds no word."""
    sentence = reading.sentences[number - 1]
    tokens = reading.tokens(number)
    words = tuple(t for t in tokens if not (t.is_punct or t.is_quote))
    if not words:
        return None
    root = next((t for t in tokens if t.head is t), words[0])
    beside = (number - 2, number)
    alone = not any(
        0 <= i < len(reading.sentences) and reading.sentences[i].paragraph == sentence.paragraph
        for i in beside
    )
    return Setting(
        sentence.span.of(reading.text),
        tokens,
        words,
        root,
        alone,
        _quoted(reading, words),
        _spoken(reading, number),
    )


def _quoted(reading: Reading, words: tuple[Token, ...]) -> bool:
    """Half of the words, or five in one quotation, stand in quotation marks."""
    held = [reading.quoted[t.i] for t in words if reading.quoted[t.i] >= 0]
    longest = max((held.count(index) for index in set(held)), default=0)
    return longest >= 5 or 2 * len(held) >= len(words)


def _spoken(reading: Reading, number: int) -> bool:
    """A reporting clause with a source that is not the writer or the reader."""
    for clause in reading.clauses:
        if clause.sentence != number or reading.quoted[clause.cue] >= 0:
            continue
        source = reading.doc[clause.source[0] : clause.source[1]]
        own = any(t.lower_ in lexicon.SPEAKER | lexicon.READER for t in source)
        verb = reading.doc[clause.cue]
        modal = any(c.tag_ == "MD" for c in verb.children)
        if len(source) and not own and not modal and verb.tag_ != "VB":
            return True
    return False


def _is_boilerplate(s: Setting) -> bool:
    return boilerplate.match(s.text, alone=s.alone) is not None


def _is_heading(s: Setting) -> bool:
    return s.alone and not s.closed and not s.finite and len(s.words) <= 12 and not s.quoted


def _is_question(s: Setting) -> bool:
    return s.asks


def _is_command(s: Setting) -> bool:
    """A bare verb that rules the sentence, with no subject."""
    verb = s.root
    if verb.tag_ not in ("VB", "VBP") or verb.pos_ not in ("VERB", "AUX"):
        return False
    before = [
        t
        for t in s.words
        if t.i < verb.i and t.dep_ not in ("intj", "cc", "advmod", "neg", "npadvmod")
    ]
    helped = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)
    clauses = {t for c in verb.children if c.dep_ == "advcl" for t in c.subtree}
    return not helped and all(
        t in clauses or t.lower_ in ("do", "please", "let", "n't") for t in before
    )


def _is_performance(s: Setting) -> bool:
    """Thanks, greetings, appeals in the first person."""
    subject = next((c for c in s.root.children if c.dep_ == "nsubj"), None)
    verbs = [s.root, *(c for c in s.root.children if c.dep_ == "xcomp")]
    if s.words[0].lower_ in (
        "thank",
        "thanks",
        "welcome",
        "please",
        "congratulations",
        "let",
        "lets",
    ):
        return True
    first = subject is not None and subject.lower_ in ("i", "we")
    present = s.root.tag_ in ("VBP", "VB", "VBG") and not s.numbered
    return first and present and any(v.lemma_.lower() in lexicon.PERFORMANCE for v in verbs)


def _is_advice(s: Setting) -> bool:
    return any(t.lower_ in ("you", "you're", "you’re") for t in s.words) and any(
        t.lower_ in lexicon.DUTY for t in s.words
    )


def _is_prediction(s: Setting) -> bool:
    """Every clause that is not subordinate has a modal of the future, and nothing is dated."""
    if s.dated or s.numbered:
        return False
    ruling = [t for t in s.finite if _main(t)]
    if not ruling or not all(_future(t) for t in ruling):
        return False
    return not any(t.tag_ == "VBD" or _perfect(t) for t in s.words)


def _main(token: Token) -> bool:
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _future(token: Token) -> bool:
    return token.tag_ == "MD" and token.lower_ in lexicon.FUTURE


def _perfect(token: Token) -> bool:
    return token.lower_ in ("has", "have", "had") and token.dep_ == "aux" and token.tag_ != "VB"


def _is_duty(s: Setting) -> bool:
    if s.dated or s.numbered:
        return False
    ruling = [t for t in s.finite if _main(t)]
    return any(t.lower_ in lexicon.DUTY for t in ruling) and not any(
        t.tag_ == "VBD" for t in s.words
    )


def _is_mind(s: Setting) -> bool:
    """The writer's own belief, hope, pride."""
    subject = next((c for c in s.root.children if c.dep_ == "nsubj"), None)
    first = subject is not None and subject.lower_ in ("i", "we")
    return (
        first and s.root.tag_ == "VBP" and s.root.lemma_.lower() in lexicon.MIND and not s.numbered
    )


def _is_verdict(s: Setting) -> bool:
    """``It is a remarkable …``: a copula with a word of judgement, without figure, date or name."""
    if s.numbered or s.dated or s.named or len(s.words) > 25:
        return False
    if s.root.lemma_ not in ("be", "seem", "appear", "look", "sound", "feel", "become", "remain"):
        return False
    after = [c for c in s.root.children if c.dep_ in ("attr", "acomp", "oprd")]
    said = {t.lower_ for c in after for t in (c, *c.lefts)}
    return bool(said & lexicon.JUDGEMENT)


def _is_empty(s: Setting) -> bool:
    """No verb that carries a tense, no name, no figure, no date."""
    return not s.finite and not s.numbered and not s.dated and not s.named and len(s.words) <= 8


ANYWHERE: tuple[Rule, ...] = (
    Rule("boilerplate", "boilerplate", _is_boilerplate, "Image: Marta Quill.", "The bridge fell."),
    Rule("heading", "boilerplate", _is_heading, "Gender and voting", "Mayor resigns"),
)
RULES: tuple[Rule, ...] = (
    Rule("question", "question", _is_question, "Who paid for it?", "He asked who paid for it."),
    Rule(
        "command", "request", _is_command, "Bring a coat and a map.", "They bring a coat and a map."
    ),
    Rule("performance", "request", _is_performance, "We thank the mayor.", "They thank the mayor."),
    Rule(
        "advice", "request", _is_advice, "You should bring a coat.", "You can park on Mill Street."
    ),
    Rule(
        "prediction",
        "prediction",
        _is_prediction,
        "It would change the town.",
        "It will open on Friday.",
    ),
    Rule("duty", "opinion", _is_duty, "The council must act.", "The council acted."),
    Rule("mind", "opinion", _is_mind, "I believe that this is wrong.", "They left the town."),
    Rule(
        "verdict",
        "opinion",
        _is_verdict,
        "It is a remarkable place.",
        "The bridge is 40 metres long.",
    ),
    Rule("empty", "no-claim", _is_empty, "Absolutely not.", "Nine dead."),
)

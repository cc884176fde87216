"""Words that set a sentence aside or raise its priority, as data.

Lemmas where a set is used with the parse, plain words inside a pattern. Grouped by the reason for
which a desk cares.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs of the future, of a wish or of a possibility: what they rule has not happened.
FUTURE = _words("will shall would could may might 'll ’ll wo ca can")
DUTY = _words("should must ought")
# A diary entry is checked against the diary: these verbs with a date are schedules.
APPOINTMENTS = _words(
    "meet hold host open close begin start end launch release air premiere broadcast play face travel "
    "visit arrive depart leave return appear speak vote debate publish run take resume retire join replace "
    "become receive get pay cost sell"
)
# Verbs by which a writer or speaker marks the sentence as his or her own mind.
MIND = _words(
    "think believe feel hope fear wish guess suppose suspect doubt imagine want expect trust prefer need love like"
)
# Verbs by which a speaker does something to the audience instead of stating a fact.
PERFORMANCE = _words(
    "thank congratulate commend salute urge ask appeal invite encourage implore beg welcome challenge call applaud "
    "pledge promise vow propose recommend acknowledge recognize recognise wish pay honor honour apologize apologise"
)
PROMISES = _words("pledge promise vow commit")
# Adjectives and nouns of judgement: after "is", "seems", "was", they are the writer's verdict.
JUDGEMENT = _words(
    "good great bad best worst better worse wonderful terrible awful fantastic amazing incredible remarkable "
    "extraordinary beautiful ugly stunning gorgeous brilliant excellent superb perfect ideal important essential "
    "crucial vital critical significant profound historic meaningful key necessary imperative fundamental "
    "right wrong fair unfair just unjust moral immoral wise unwise foolish stupid silly absurd ridiculous "
    "ludicrous outrageous shameful disgraceful despicable noble heroic courageous brave cowardly arrogant "
    "reasonable unreasonable sensible natural understandable inevitable unlikely likely possible impossible easy "
    "hard difficult tough simple complex complicated clear unclear obvious evident apparent certain uncertain "
    "interesting fascinating boring exciting thrilling disappointing encouraging discouraging troubling "
    "disturbing alarming worrying sad tragic happy glad proud grateful thankful honored honoured humbled blessed "
    "privileged confident optimistic hopeful lucky fortunate unfortunate surprising unsurprising striking "
    "strange odd weird bizarre ironic funny hilarious delusional delusion genius hero disgrace mistake tragedy shame "
    "joke mess nightmare disaster triumph miracle miraculous pleasure honor honour privilege delight blessing "
    "testament testimony reminder strange serious dire stark worthwhile valuable useful useless pointless "
    "promising powerful weak dangerous effective ineffective responsible irresponsible committed dedicated determined "
    "ready sound strong bright different delicate special unique challenge opportunity"
)
# Adverbs that carry the writer's own verdict.
STANCE = _words(
    "clearly obviously certainly surely undoubtedly unfortunately fortunately sadly thankfully hopefully perhaps "
    "maybe probably presumably arguably admittedly frankly honestly naturally rightly wrongly seemingly "
    "apparently remarkably ironically curiously truly really simply merely absolutely"
)
SEEMING = _words("seem appear look sound feel deserve matter")
# Words after which "you" is the reader.
READER = _words("you your yours yourself yourselves")
SPEAKER = _words("i we us our my me ours mine let's")

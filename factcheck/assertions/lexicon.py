"""Words by which the rules for set-asides tell a writer's mind from a fact, as data.

Lower case; compared with a token's own letters, or with its lemma where a verb is meant.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs of the future, of a wish or of a possibility: what they rule has not happened.
FUTURE = _words("will shall would could may might 'll ’ll wo")
DUTY = _words("should must ought")
# Verbs by which a writer or speaker marks the sentence as his or her own mind.
MIND = _words(
    "think believe feel hope fear wish guess suppose suspect doubt imagine want expect trust prefer need love like"
)
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
    "ready sound strong bright different delicate special unique challenge opportunity "
    "shabby shameless cruel callous reckless appalling dismal dreadful horrible horrendous pathetic petty cynical "
    "hollow hypocritical scandalous deplorable laughable insulting insult folly farce sham travesty mockery "
    "heartening heartbreaking heartless senseless thoughtless admirable impressive delightful lovely nice charming "
    "pitiful miserable sloppy lazy clumsy naive misguided tasteless vulgar greedy ungrateful fitting legitimate "
    "productive unproductive attractive fateful straightforward murky magnificent splendid "
    "marvellous marvelous glorious crazy insane inexcusable unforgivable unacceptable intolerable indefensible "
    "unconscionable breathtaking refreshing outrage scandal blunder pity embarrassment embarrassing tedious"
)
# Words after which "you" is the reader.
READER = _words("you your yours yourself yourselves")
SPEAKER = _words("i we us our my me ours mine let's")
# Words that the pipeline takes for figures although nobody could tick them.
NO_FIGURES = _words("one first second third zero")
# What might be, as against what is planned.
POSSIBLE = _words("could may might")
# Subjects that only point back.
POINTING = _words("it this that these those there they")
COPULAS = _words("be seem appear look sound feel become remain stay")
FEELINGS = _words(
    "sure proud grateful thankful happy glad sorry sad confident optimistic hopeful convinced honored honoured "
    "humbled blessed hurt afraid worried excited thrilled pleased delighted ready committed encouraged certain fortunate lucky"
)

"""Words that say that somebody spoke, thought or took a position, as data.

Lemmas. Grouped as reporting-verb grammars group them (speech, writing, thought, stance); chosen from
wire copy. A test holds an example for each group that fires and one that does not.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH = _words(
    "say tell add note state announce claim argue explain insist warn suggest admit concede acknowledge "
    "declare maintain assert contend remark recall reply respond answer report reveal confirm deny allege "
    "testify stress emphasize emphasise reiterate repeat refer express predict estimate joke quip shout cry exclaim "
    "comment observe complain boast caution advise inform mention counter elaborate continue conclude "
    "disclose assure chant relate describe characterize characterise proclaim opine lament muse "
    "hint imply signal reason echo chime brag gloat detail outline rule"
)
WRITING = _words("write tweet post publish blog retweet email text message caption dub")
THOUGHT = _words(
    "think believe feel hope fear worry expect know doubt understand suspect consider conclude realize "
    "realise guess wonder speculate hop theorize theorise anticipate want see find learn show indicate"
)
STANCE = _words(
    "deny reject dispute vow promise pledge threaten urge demand call criticize criticise accuse blame praise "
    "condemn denounce defend support oppose endorse back slam blast welcome thank agree "
    "disagree propose recommend ask question challenge dismiss refuse decline request cite "
    "credit applaud hail decry mock attack reject refute plead label brand liken ridicule lambast lambaste "
    "lash apologize apologise speak lobby commend rip hammer chide scold rebuke deride disparage dispute"
)
REPORTING = SPEECH | WRITING
ALL = SPEECH | WRITING | THOUGHT | STANCE
# Nouns that carry what somebody said: "the claim that", "in a statement".
NOUNS = _words(
    "claim allegation statement announcement assertion report accusation suggestion complaint criticism "
    "warning promise pledge vow denial testimony tweet post comment remark belief view fear hope concern "
    "argument conclusion finding prediction estimate call demand plan threat message letter "
    "opinion answer apology appeal plea rebuke attack support opposition praise word"
)
# One person, called by what he or she does: "the actor said".
ROLES = _words(
    "actor actress author analyst artist attorney billionaire boss businessman candidate captain celebrity "
    "champion chairman chairwoman chef chief coach columnist comedian commissioner congressman "
    "congresswoman councillor critic defender director doctor economist editor engineer executive "
    "expert forward founder goalkeeper governor guard host judge lawmaker lawyer leader manager "
    "mayor midfielder minister mogul mother father musician nominee officer player pitcher "
    "politician pope premier president presenter prince princess producer professor prosecutor "
    "quarterback rapper republican democrat researcher scientist secretary senator sheriff singer "
    "spokesman spokesperson spokeswoman star striker student superintendent teacher veteran writer"
)
# Roles that an article may give to somebody whom it never introduced by them: "the actor said".
TRAITS = _words(
    "actor actress author artist billionaire businessman celebrity comedian congressman congresswoman "
    "expert forward goalkeeper midfielder striker mogul musician nominee player pitcher politician pope "
    "premier quarterback rapper republican democrat singer star veteran writer champion fan lady"
)
# Relatives, of whom a name in apposition is a person's.
KIN = _words(
    "father mother son daughter brother sister husband wife widow widower uncle aunt nephew niece cousin "
    "grandfather grandmother boyfriend girlfriend partner fiance fiancee neighbour neighbor friend colleague"
)
# Verbs that speak only with their particle: "pointed out", "lashed out".
PHRASES = {
    "point": _words("out to"),
    "rule": _words("out"),
    "lash": _words("out"),
    "chime": _words("in"),
    "weigh": _words("in"),
    "speak": _words("out"),
    "fire": _words("back"),
    "shoot": _words("back"),
    "hit": _words("back"),
    "walk": _words("back"),
    "call": _words("for on out"),
    "double": _words("down"),
}
# Their object is who was told, never who speaks: "told the paper".
TOLD = _words("tell inform remind assure warn advise ask urge text email message")
# Cues beyond the lists that report as plainly as "said" does.
PLAIN = _words(": according read point lash chime weigh")
# Verbs that carry a noun of saying: "sent a message", "made the claim", "voiced concern".
LIGHT = _words(
    "make issue send give express voice raise release deliver offer have put share repeat"
)
# Writings and studies, which say something without a mouth: "the poll shows a tight race".
WRITINGS = _words(
    "poll survey study report analysis data figure statistic document record letter filing research paper "
    "review audit investigation video footage photo average memo email article book census"
)
# What somebody is of a mind: "residents are worried that".
MINDS = _words(
    "worried concerned confident hopeful adamant afraid certain convinced optimistic critical skeptical "
    "sceptical supportive unhappy angry disappointed proud wary fearful"
)

"""What a full stop after a word means in English news prose.

The lists follow the abbreviations that wire style books print: titles before a name, months,
American states, streets, companies, references, clock times. Kept without the stop, in lower case.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Always lead on to a name or a number: never the end of a sentence.
LEADING = _words(
    "mr mrs ms mx dr prof rev fr msgr hon pres gov lt-gov sen sens rep reps del atty dist supt insp det "
    "gen maj col lt cmdr cpt capt sgt cpl pvt pfc adm ens spc cmdr brig messrs mmes mme mlle sra sr. srta "
    "ald coun cllr amb sec. treas mt ft eg e.g i.e ie cf vs v viz approx ca circa nos nr opp pp vol vols "
    "fig figs eq ch chap sect para art sq ref refs ed eds trans"
)
# Before a figure ("No. 2", "p. 55", "Feb. 14") the sentence goes on.
BEFORE_FIGURE = _words(
    "no n° p jan feb mar apr jun jul aug sept sep oct nov dec tel ext rm apt ste op cit sec art title"
)
# The sentence ends here only when a word follows that begins sentences.
EITHER = _words(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev "
    "okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask man "
    "st ave blvd rd ln hwy pkwy pl ct sq dr. inc co corp ltd llc llp plc bros cos assn assoc dept univ "
    "inst intl natl govt admin mfg jr sr esq ret bldg est min max avg misc al etc mon tue tues wed thu "
    "thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec "
    "hrs hr mins secs ft lb lbs oz yd yds mi km cm mm kg mph ph.d m.d b.a m.a d.d.s j.d r.n a.m p.m "
    "u.s u.k u.n u.s.a e.u d.c l.a n.y n.j n.h n.c s.c n.d s.d n.m w.va r.i b.c a.d p.r u.s.s.r "
    "g.o.p f.b.i c.i.a n.a.a.c.p no"
)
CLOCK = _words("a.m p.m am pm")
# Names that carry their own mark.
SHOUTED_NAMES = _words("yahoo jeopardy oklahoma mamma wham panic yum oliver airplane fox")

# Words that, capitalised, begin a sentence far more often than they belong to a name.
STARTERS = _words(
    "a an the this that these those he she it they we i you his her its their our my your there here "
    "who what when where why how which whose in on at by for from with without within after before "
    "during since until while as if although though because unless despite and but or so yet nor "
    "however meanwhile also then now today yesterday tomorrow still even only just some many most "
    "several few all both each every no not none one two three four five six seven eight nine ten "
    "another other others such more less among between under over about according asked is are was "
    "were did does do has have had can could will would should may might must let let's it's he's "
    "she's they're we're i'm i've that's there's what's don't didn't please thanks thank yes well "
    "nobody everybody someone everyone anyone neither either nothing everything last next earlier later once again instead indeed perhaps maybe finally first second"
)
WEEKDAYS_MONTHS_ZONES = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sept sep oct nov dec "
    "est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet eastern central mountain pacific"
)
# Verbs of a tag that follows a quotation: “Why?” Brooke asked.
TAG_VERBS = _words(
    "said says asked asks wrote writes added adds told replied answered shouted yelled cried joked "
    "quipped tweeted posted wondered recalled explained noted exclaimed demanded insisted remarked "
    "declared responded continued laughed sighed chanted sang screamed whispered read reads"
)

"""Words before and after names, as data: titles, offices, occupations, kin."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Part of no name and ticked with none: "Mr. Hale" is ticked as Hale.
HONORIFICS = _words("mr mrs ms miss mx dr sir dame lord lady madam messrs")

# In lower case, without the stop of an abbreviation.
ROLES = _words(
    "president vice-president gov govs governor lt lieutenant sen sens senator rep reps representative congressman "
    "congresswoman mp mep msp md lawmaker legislator politician premier prime minister chancellor secretary "
    "undersecretary attorney general ambassador envoy diplomat speaker leader whip mayor councillor councilor "
    "councilman councilwoman alderman commissioner treasurer comptroller candidate nominee democrat republican "
    "king queen prince princess duke duchess emperor sultan emir dictator warlord "
    "justice judge magistrate lawyer solicitor barrister prosecutor counsel sheriff marshal detective inspector "
    "superintendent constable deputy officer official "
    "gen col colonel maj major capt captain sgt sergeant cpl corporal pvt private cmdr commander adm admiral "
    "prof professor doctor surgeon nurse physician psychologist psychiatrist scientist researcher historian "
    "economist analyst strategist expert consultant engineer developer dean principal teacher lecturer student "
    "rev reverend fr rabbi imam pope cardinal archbishop bishop pastor priest sheikh ayatollah pontiff "
    "chief ceo cfo coo cto chairman chairwoman chairperson chair director founder co-founder owner manager head "
    "executive boss trustee partner assistant aide adviser advisor spokesman spokeswoman spokesperson "
    "entrepreneur businessman businesswoman billionaire tycoon mogul magnate investor banker trader farmer "
    "editor reporter correspondent journalist columnist anchor host author writer novelist poet blogger "
    "actor actress singer rapper musician comedian producer artist designer model star legend "
    "coach striker midfielder defender goalkeeper quarterback pitcher champion winner player driver pilot "
    "astronaut activist campaigner organizer organiser militant gunman suspect witness resident survivor veteran "
    "widow wife husband son daughter mother father brother sister"
)
# Between the words of a name.
PARTICLES = _words("of the for & - de del della di da dos van von der den bin ibn al el la le du")
# Capitalised, and no name.
NO_NAMES = _words(
    "mr mrs ms miss dr i ok tv pm am p.m. a.m. p.m a.m god yeah oh hi hello hey wow ah lol faq caption photo image "
    "video advertisement read related click share copyright"
)

"""Titles that stand before a name and are no part of it, as data: ``Councillor Tobin Hale``.

In lower case, without the stop of an abbreviation. What is as often a first name (*Dean*, *Earl*) or what
somebody goes by (*Prince*, *Pope*) is left out.
"""

from __future__ import annotations

_HONORIFICS = "mr mrs ms miss mx dr prof professor sir dame lord lady madam madame señor señora"
_CIVIL = (
    "president vice-president gov governor lt-gov sen senator rep representative congressman congresswoman "
    "mp mep msp assemblyman assemblywoman assemblymember delegate premier minister chancellor secretary "
    "undersecretary ambassador envoy consul mayor councillor councilor cllr coun councilman councilwoman "
    "councilmember alderman alderwoman selectman commissioner comptroller treasurer reeve"
)
_COURTS = (
    "judge justice magistrate sheriff detective det inspector insp superintendent supt constable "
    "sgt sergeant trooper deputy det-supt prosecutor solicitor attorney"
)
_FORCES = (
    "gen general maj major lt lieutenant col colonel capt captain cmdr commander cmdre commodore adm admiral "
    "brig brigadier cpl corporal pte"
)
_CHURCHES = "rev reverend archbishop bishop cardinal pastor rabbi imam monsignor deacon fr"
_WORK = "chief coach chairman chairwoman spokesman spokeswoman spokesperson doctor nurse"

TITLES = frozenset(" ".join((_HONORIFICS, _CIVIL, _COURTS, _FORCES, _CHURCHES, _WORK)).split())

"""What kind of body a member is by law, where its profile does not say.

Municipalities and employment areas: Kuntalaki (410/2015), Laki työvoimapalveluiden järjestämisestä
(380/2023). Regional councils: Laki alueiden kehittämisestä (756/2021). Wellbeing services counties: Laki
hyvinvointialueesta (611/2021). Unions, employers' organisations and associations are non-profit by the
Yhdistyslaki (503/1989). The rest can be of several kinds (a VET provider may be a municipality's, a
foundation's or an enterprise's), so it asks.
"""

from matcher.eligibility.facts import Party
from store.vocabulary import ActorType, LegalType

BY_LAW = {
    ActorType.MUNICIPALITY: LegalType.PUBLIC,
    ActorType.REGIONAL_COUNCIL: LegalType.PUBLIC,
    ActorType.WELLBEING_COUNTY: LegalType.PUBLIC,
    ActorType.EMPLOYMENT_AUTHORITY: LegalType.PUBLIC,
    ActorType.TRADE_UNION: LegalType.NON_PROFIT,
    ActorType.EMPLOYER_ORG: LegalType.NON_PROFIT,
    ActorType.THIRD_SECTOR: LegalType.NON_PROFIT,
    ActorType.TARGET_GROUP_ORG: LegalType.NON_PROFIT,
}


def legal_type_of(party: Party) -> LegalType | None:
    """What the profile says, else what the law makes of the actor type; None when neither does."""
    return party.legal_type or BY_LAW.get(party.actor_type)

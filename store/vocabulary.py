"""Closed vocabularies of the field, as StrEnums: the value is what is stored and what `--json` prints."""

from enum import StrEnum


class Programme(StrEnum):
    """Programme or instrument that pays; EU names: http://publications.europa.eu/resource/authority/eu-programme."""

    ESF_PLUS = "esf_plus"
    ERASMUS_PLUS = "erasmus_plus"
    JUST_TRANSITION_FUND = "just_transition_fund"
    JUST_TRANSITION_MECHANISM = "just_transition_mechanism"
    SOCIAL_DIALOGUE = "social_dialogue"


class CallStatus(StrEnum):
    """Where a call stands in time; values of CommonGrants `OppStatus`, derived from dates alone."""

    FORECASTED = "forecasted"
    OPEN = "open"
    CLOSED = "closed"


class Verdict(StrEnum):
    """Whether a coalition may apply, kept apart from how well a call fits."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    NEEDS_REVIEW = "needs_review"


class Language(StrEnum):
    """Languages Koalitio speaks, as equals (ISO 639-1)."""

    EN = "en"
    FI = "fi"
    SV = "sv"


class BudgetScope(StrEnum):
    """What a budget figure covers: this call or topic alone, or an envelope that sibling topics share."""

    OWN = "own"
    SHARED = "shared"


class ActorType(StrEnum):
    """Kinds of member that a regional labour-market coalition has."""

    EMPLOYMENT_AUTHORITY = "employment_authority"
    MUNICIPALITY = "municipality"
    REGIONAL_COUNCIL = "regional_council"
    WELLBEING_COUNTY = "wellbeing_county"
    EMPLOYER = "employer"
    EMPLOYER_ORG = "employer_org"
    TRADE_UNION = "trade_union"
    VET_PROVIDER = "vet_provider"
    HEI = "hei"
    RESEARCH = "research"
    THIRD_SECTOR = "third_sector"
    SOCIAL_ENTERPRISE = "social_enterprise"
    TARGET_GROUP_ORG = "target_group_org"


class PartnerRole(StrEnum):
    """Role of a member in a proposal; terms of the Erasmus+ and ESF+ model grant agreements."""

    COORDINATOR = "coordinator"
    BENEFICIARY = "beneficiary"
    AFFILIATED_ENTITY = "affiliated_entity"
    ASSOCIATED_PARTNER = "associated_partner"
    SUBCONTRACTOR = "subcontractor"


class Represents(StrEnum):
    """Whose voice a member or a seat is."""

    JOB_SEEKERS = "job_seekers"
    WORKERS = "workers"


class LetterState(StrEnum):
    """How far a member's letter of commitment is."""

    NONE = "none"
    ASKED = "asked"
    PROMISED = "promised"
    SIGNED = "signed"


class Size(StrEnum):
    """Size of an enterprise, as Recommendation 2003/361/EC tells them apart."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class MeetingForm(StrEnum):
    """How people meet."""

    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"


class RiskLevel(StrEnum):
    """How likely or how grave a risk is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Counts(StrEnum):
    """What an indicator counts; persons and bodies are never added up."""

    PERSONS = "persons"
    BODIES = "bodies"
    QUALITATIVE = "qualitative"


class WorkKind(StrEnum):
    """What a work package is for."""

    MANAGEMENT = "management"
    GOAL = "goal"
    IMPACT = "impact"


class FundingKind(StrEnum):
    """Kinds of money beside the grant, as the Finnish funding plan tells them apart."""

    OWN = "own"
    MUNICIPAL = "municipal"
    OTHER_PUBLIC = "other_public"
    PRIVATE = "private"


class LegalType(StrEnum):
    """Legal nature of an organisation, as the programmes' rules on applicants tell them apart.

    public_service: a private body entrusted with a public-service mission (Regulation (EU) 2021/1229).
    """

    PUBLIC = "public"
    PUBLIC_SERVICE = "public_service"
    NON_PROFIT = "non_profit"
    FOR_PROFIT = "for_profit"


class Identifier(StrEnum):
    """Registrations an applicant needs: PIC (Funding & Tenders Portal), OID (national agencies),
    business ID (Y-tunnus, FO-nummer) and Suomi.fi mandate (EURA 2021)."""

    PIC = "pic"
    OID = "oid"
    BUSINESS_ID = "business_id"
    SUOMI_FI_MANDATE = "suomi_fi_mandate"


class DecisionState(StrEnum):
    """What a person decided about a condition of a call: right as read, in other values, or not there."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class CallFlag(StrEnum):
    """Doubts about a call's facts, found while reading it, that a reader must see."""

    VERSIONS_DISAGREE = "versions_disagree"
    TEXT_DISAGREES = "text_disagrees"


class CrawlOutcome(StrEnum):
    """How a crawl of one source ended."""

    RUNNING = "running"
    COMPLETE = "complete"
    WARNING = "warning"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


class VectorOwner(StrEnum):
    """Whose text a stored vector stands for."""

    CALL = "call"
    COALITION = "coalition"


class Role(StrEnum):
    """What a person may be: the first three in a coalition, an officer in an organisation."""

    LEAD = "lead"
    GRANT_WRITER = "grant_writer"
    MEMBER = "member"
    FUNDING_OFFICER = "funding_officer"
    ADMINISTRATOR = "administrator"


class Theme(StrEnum):
    """Light or dark pages; `auto` follows the reader's device."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class InvitationPurpose(StrEnum):
    """What a one-time link is for."""

    JOIN = "join"
    RESET = "reset"
    FIRST_ADMINISTRATOR = "first_administrator"


class ConsentKind(StrEnum):
    """What a coalition may agree to; each is off until its lead gives it, and can be withdrawn."""

    FOUND_AS_PARTNER = "found_as_partner"
    SEEN_BY_OFFICERS = "seen_by_officers"
    SHOWN_IN_PUBLICATION = "shown_in_publication"


class Choice(StrEnum):
    """What a coalition does about a call."""

    PURSUE = "pursue"
    WATCH = "watch"
    DROP = "drop"


class Stage(StrEnum):
    """How far a pursued call is."""

    PREPARING = "preparing"
    DRAFTING = "drafting"
    SUBMITTED = "submitted"
    GRANTED = "granted"
    REJECTED = "rejected"


class MuteKind(StrEnum):
    """What a coalition does not want to be shown among its matches."""

    CALL = "call"
    PROGRAMME = "programme"
    SOURCE = "source"


class Confirmation(StrEnum):
    """What a member said about its role in a call."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


class InputKind(StrEnum):
    """What members propose and weigh."""

    GOAL = "goal"
    NEED = "need"


class InputState(StrEnum):
    """What became of a member's proposal."""

    PROPOSED = "proposed"
    TAKEN = "taken"
    SET_ASIDE = "set_aside"


class JobKind(StrEnum):
    """Long work that is watched from a page."""

    CRAWL = "crawl"
    EMBED = "embed"


class JobState(StrEnum):
    """Where long work stands; `lost` when the process that did it is gone."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    LOST = "lost"


class AuditAction(StrEnum):
    """What the audit log notes; the part before the dot groups them."""

    SIGNED_IN = "sign_in.done"
    SIGN_IN_FAILED = "sign_in.failed"
    SIGN_IN_THROTTLED = "sign_in.throttled"
    SIGNED_OUT = "sign_in.ended"
    SESSIONS_ENDED = "sign_in.others_ended"
    INVITED = "invitation.made"
    INVITATION_USED = "invitation.used"
    INVITATION_CANCELLED = "invitation.cancelled"
    ROLE_GIVEN = "role.given"
    ROLE_TAKEN = "role.taken"
    ADMINISTRATOR_MADE = "administrator.made"
    ADMINISTRATOR_ENDED = "administrator.ended"
    ADMINISTRATOR_LINK = "administrator.link"
    CONSENT_GIVEN = "consent.given"
    CONSENT_WITHDRAWN = "consent.withdrawn"
    PASSWORD_CHANGED = "password.changed"
    PASSWORD_RESET = "password.reset"
    RESET_LINK = "password.reset_link"
    ACCOUNT_MADE = "account.made"
    ACCOUNT_ACTIVATED = "account.activated"
    ACCOUNT_DEACTIVATED = "account.deactivated"
    LINK_MADE = "member_link.made"
    LINK_REVOKED = "member_link.revoked"
    MAIL_UNSENT = "mail.unsent"
    SOURCE_RUN = "source.run"

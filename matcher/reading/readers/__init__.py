"""One reader for each type of condition; each gives what a sentence states of its type, or None."""

from matcher.reading.readers.actor_types import read_actor_types
from matcher.reading.readers.applicant_type import read_applicant_type
from matcher.reading.readers.associated_only import read_associated_only
from matcher.reading.readers.co_financing import read_co_financing
from matcher.reading.readers.consortium_size import read_consortium_size
from matcher.reading.readers.country import read_country
from matcher.reading.readers.country_count import read_country_count
from matcher.reading.readers.duration import read_duration
from matcher.reading.readers.grant import read_grant
from matcher.reading.readers.language import read_language
from matcher.reading.readers.lead import read_lead
from matcher.reading.sentence import Reader

READERS: tuple[Reader, ...] = (
    read_applicant_type,
    read_country,
    read_consortium_size,
    read_country_count,
    read_actor_types,
    read_lead,
    read_associated_only,
    read_grant,
    read_duration,
    read_co_financing,
    read_language,
)

"""What the words of people at work are called: answers, proposals, decisions, stages."""

from enum import StrEnum

from store.vocabulary import Choice, Confirmation, InputKind, InputState, MuteKind, Stage

CONFIRMATIONS: dict[StrEnum, tuple[str, str, str]] = {
    Confirmation.ASKED: ("asked", "kysytty", "tillfrågad"),
    Confirmation.CONFIRMED: ("confirmed", "vahvistanut", "har bekräftat"),
    Confirmation.CORRECTED: ("corrected", "korjannut", "har rättat"),
}
INPUT_KINDS: dict[StrEnum, tuple[str, str, str]] = {
    InputKind.GOAL: ("goal", "tavoite", "mål"),
    InputKind.NEED: ("need", "tarve", "behov"),
}
INPUT_STATES: dict[StrEnum, tuple[str, str, str]] = {
    InputState.PROPOSED: ("proposed", "ehdotettu", "föreslaget"),
    InputState.TAKEN: ("taken into the profile", "otettu profiiliin", "intaget i profilen"),
    InputState.SET_ASIDE: ("set aside", "jätetty sivuun", "lagt åt sidan"),
}
CHOICES: dict[StrEnum, tuple[str, str, str]] = {
    Choice.PURSUE: ("pursue", "haemme", "vi ansöker"),
    Choice.WATCH: ("watch", "seuraamme", "vi följer"),
    Choice.DROP: ("drop", "emme hae", "vi ansöker inte"),
}
STAGES: dict[StrEnum, tuple[str, str, str]] = {
    Stage.PREPARING: ("preparing", "valmistelussa", "under beredning"),
    Stage.DRAFTING: ("drafting", "hakemusta kirjoitetaan", "ansökan skrivs"),
    Stage.SUBMITTED: ("submitted", "lähetetty", "inlämnad"),
    Stage.GRANTED: ("granted", "rahoitus myönnetty", "beviljad"),
    Stage.REJECTED: ("rejected", "hylätty", "avslagen"),
}
MUTE_KINDS: dict[StrEnum, tuple[str, str, str]] = {
    MuteKind.CALL: ("call", "haku", "utlysning"),
    MuteKind.PROGRAMME: ("programme", "ohjelma", "program"),
    MuteKind.SOURCE: ("source", "lähde", "källa"),
}

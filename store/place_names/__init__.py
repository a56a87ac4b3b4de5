"""Places that running text names, in Finnish, Swedish and English."""

from store.place_names.place import Place, PlaceKind
from store.place_names.recognise import places_in

__all__ = ["Place", "PlaceKind", "places_in"]

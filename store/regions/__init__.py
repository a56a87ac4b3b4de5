"""Regions, municipalities and countries: codes, names, and what lies inside what."""

from store.regions.country import Country, countries, country_by_code
from store.regions.finnish import Region, region_by_code, regions
from store.regions.municipal import Municipality, municipalities, municipality, municipality_by_name
from store.regions.nuts import is_known, region_name, to_2024, within
from store.regions.programme_areas import AreaRegions, area_regions, areas, authorities, authority_regions

__all__ = [
    "AreaRegions",
    "Country",
    "Municipality",
    "Region",
    "area_regions",
    "areas",
    "authorities",
    "authority_regions",
    "countries",
    "country_by_code",
    "is_known",
    "municipalities",
    "municipality",
    "municipality_by_name",
    "region_by_code",
    "region_name",
    "regions",
    "to_2024",
    "within",
]

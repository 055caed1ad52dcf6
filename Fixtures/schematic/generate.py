#!/usr/bin/env python3
"""Writes the schematic Central Asia as GeoJSON; see README.md beside this file.

Usage: python3 Fixtures/schematic/generate.py [FOLDER]

FOLDER is Sources/CResources/data/schematic by default. The same bytes come out on every run.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from countries import polygons, walk
from fences import BORDER_FENCES, OTHER_FENCES
from plans import PLANS, STRUCTURES
from railways import RAILWAYS
from ranges import RANGES, smooth
from regions import HOLLOW, PROPOSED, PROTECTED_AREAS, REGIONS, blob
from roads import ROADS
from waters import LAKES, RIVERS

NOTE = "schematic"
BARRIER_FIELDS = {
    "railways": ["fenced", "tracks", "trains_per_day"],
    "roads": ["fenced", "lanes", "paved"],
    "fences": ["h_top_cm", "strands", "mesh", "barbed_top", "barbed_bottom", "maintenance"],
}
IUCN_ID = 900000  # beyond the numbers that the Red List uses
LEGENDS = {1: "Extant", 2: "Probably Extant", 3: "Possibly Extant", 4: "Possibly Extinct",
           5: "Extinct", 6: "Presence Uncertain"}
SEASONS = {1: "resident", 2: "breeding", 3: "non breeding", 4: "passage",
           5: "seasonality uncertain"}


def area(ring):
    """Returns the signed area of a closed ring: positive if it runs counter-clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:])) / 2


def polygon(rings):
    """Orients rings as RFC 7946 wants: shells counter-clockwise, holes clockwise."""
    return [ring if (area(ring) > 0) == (index == 0) else ring[::-1]
            for index, ring in enumerate(rings)]


def polygon_geometry(parts):
    """Returns a polygon, or a multi-polygon for several parts."""
    parts = [polygon(rings) for rings in parts]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def line_geometry(vertices):
    return {"type": "LineString", "coordinates": vertices}


def country_features():
    for alpha2, alpha3, name, parts in polygons():
        yield {"name": name, "iso_a2": alpha2, "iso_a3": alpha3}, polygon_geometry(parts)


def region_features():
    for number, name, countries, shells in REGIONS:
        properties = {"ptcr": number, "name": name, "countries": countries}
        yield properties, polygon_geometry([[smooth(shell, 2)] for shell in shells])


def range_features():
    for number, name, subspecies, presence, origin, seasonal, parts in RANGES:
        legend = f"{LEGENDS[presence]} ({SEASONS[seasonal]})"
        properties = {
            "id_no": IUCN_ID + number, "sci_name": name, "subspecies": subspecies,
            "presence": presence, "origin": origin, "seasonal": seasonal, "legend": legend}
        parts = [[smooth(ring, 2) for ring in rings] for rings in parts]
        yield properties, polygon_geometry(parts)


def protected_area_features():
    for number, name, designation, category, country, *ellipse in PROTECTED_AREAS:
        rings = [smooth(blob(*ellipse), 1)]
        if name in HOLLOW:
            x, y, width, height = ellipse
            rings.append(smooth(blob(x, y, width / 4, height / 4), 1))
        yield wdpa(number, name, designation, category, "Designated", country), polygon_geometry(
            [rings])
    number, name, designation, country, *ellipse = PROPOSED
    yield wdpa(number, name, designation, "Not Assigned", "Proposed", country), polygon_geometry(
        [[smooth(blob(*ellipse), 1)]])


def wdpa(number, name, designation, category, status, country):
    return {"WDPAID": IUCN_ID + number, "NAME": name, "DESIG_ENG": designation,
            "IUCN_CAT": category, "STATUS": status, "ISO3": country}


def barrier_features(layer, rows):
    for class_, status, name, country, attributes, vertices in rows:
        properties = {"class": class_, "status": status, "name": name, "country": country}
        for field in BARRIER_FIELDS[layer]:
            properties[field] = attributes.get(field)
        assert set(attributes) <= set(BARRIER_FIELDS[layer]), f"{name}: {attributes}"
        yield properties, line_geometry(vertices)


def fence_rows():
    for *row, arcs in BORDER_FENCES:
        yield (*row, walk(arcs))
    yield from OTHER_FENCES


def river_features():
    for name, vertices in RIVERS:
        yield {"name": name}, line_geometry(vertices)


def lake_features():
    for name, rings in LAKES:
        yield {"name": name}, polygon_geometry([[smooth(ring, 2) for ring in rings]])


LAYERS = {
    "countries": country_features,
    "regions": region_features,
    "ranges": range_features,
    "protected-areas": protected_area_features,
    "railways": lambda: barrier_features("railways", RAILWAYS),
    "roads": lambda: barrier_features("roads", ROADS),
    "fences": lambda: barrier_features("fences", fence_rows()),
    "rivers": river_features,
    "lakes": lake_features,
}


def plain(value):
    """Writes whole coordinates without a decimal point, to keep the files small."""
    if isinstance(value, (list, tuple)):
        return [plain(element) for element in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def write(path, name, features):
    """Writes one layer with one feature a line, so that changes can be reviewed."""
    lines = []
    for number, (properties, geometry) in enumerate(features, start=1):
        geometry = {"type": geometry["type"], "coordinates": plain(geometry["coordinates"])}
        feature = {"type": "Feature", "id": number,
                   "properties": {**properties, "note": NOTE}, "geometry": geometry}
        lines.append(json.dumps(feature, separators=(",", ":"), ensure_ascii=False))
    head = f'{{"type":"FeatureCollection","name":"{name}","note":"{NOTE}","features":[\n'
    path.write_text(head + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


def write_structures(path):
    """Writes the structures of the plans as engineers list them, by chainage."""
    rows = ["structure_id,chainage,type,width_m,height_m,length_m,note"]
    rows += [",".join(str(value) for value in (*row, NOTE)) for row in STRUCTURES]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    default = Path(__file__).resolve().parents[2] / "Sources/CResources/data/schematic"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    for name, features in LAYERS.items():
        write(folder / f"{name}.geojson", name, features())
    for file, name, attributes, vertices in PLANS:
        features = [({"name": name, **attributes}, line_geometry(vertices))]
        write(folder / f"{file}.geojson", file, features)
    write_structures(folder / "planned-structures.csv")


if __name__ == "__main__":
    main()

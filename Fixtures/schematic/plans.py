"""Two alternatives of a planned railway, and the structures on them; see README.md.

The first has the course of the planned Eastern railway of `railways.py`, vertex for vertex, so that
the atlas knows it already; the second leads around the middle of the range of the Mongolian gazelle.
"""

# (file, name, attributes, towns)
PLANS = [
    ("planned-railway", "Planned railway across the steppe",
     {"class": "rail_fenced_both", "status": "planned", "fenced": "both", "tracks": 1,
      "trains_per_day": 16, "h_top_cm": 150, "g_bottom_cm": 20, "barbed_top": True,
      "barbed_bottom": True},
     [(114.5, 48.1), (115.0, 47.5), (115.4, 46.9), (115.8, 46.4), (116.3, 45.9)]),
    ("planned-railway-east", "Planned railway along the edge of the steppe",
     {"class": "rail_fenced_both", "status": "planned", "fenced": "both", "tracks": 1,
      "trains_per_day": 16, "h_top_cm": 150, "g_bottom_cm": 20, "barbed_top": True,
      "barbed_bottom": True},
     [(114.5, 48.1), (115.6, 47.9), (117.2, 47.6), (118.3, 47.1), (118.1, 46.5), (117.2, 46.1)]),
]

# (id, chainage as engineers write it, type, width, height and way in metres)
STRUCTURES = [
    ("S1", "24+500", "underpass", 60, 6, 14),
    ("S2", "58+200", "culvert", 4, 2.5, 14),
    ("S3", "96+000", "underpass", 45, 5.5, 14),
    ("S4", "141+750", "overpass", 60, "", ""),
    ("S5", "190+300", "viaduct", 180, 9, 14),
]

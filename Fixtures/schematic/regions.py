"""Outlines of the 13 Priority Transboundary Conservation Regions and of protected areas.

The work programme publishes the regions as figures only. These outlines are not traced from them:
they are blobs around the places that the names and the annex mention.
"""

import math

# (number, name, countries as ISO 3166 alpha-2, outlines of control points)
REGIONS = [
    (1, "Western and Southern Ustyurt", "KZ;TM;UZ", [
        [(52.6, 43.9), (54.6, 44.6), (56.2, 44.2), (57.4, 42.6), (58.4, 41.6), (57.6, 40.6),
         (55.6, 39.6), (54.0, 39.2), (53.6, 40.4), (54.6, 41.4), (53.4, 42.2), (52.6, 43.0)]]),
    (2, "Northern and Eastern Ustyurt", "KZ;UZ", [
        [(53.8, 46.6), (56.0, 47.2), (58.4, 47.0), (59.4, 46.0), (58.9, 44.6), (58.5, 43.4),
         (57.4, 43.2), (56.4, 44.4), (54.8, 44.8)]]),
    (3, "Aralkum / North-Western Kyzylkum Desert", "KZ;UZ", [
        [(58.9, 45.6), (60.4, 46.6), (61.8, 46.0), (63.6, 45.0), (64.6, 43.4), (63.6, 42.2),
         (61.8, 42.4), (60.6, 43.6), (59.4, 44.4)]]),
    (4, "Kopetdag", "IR;TM", [
        [(54.8, 37.4), (56.0, 38.4), (57.6, 38.8), (59.4, 38.0), (60.9, 37.0), (60.8, 36.0),
         (58.8, 36.3), (57.6, 35.2), (55.4, 34.8), (54.8, 35.8), (56.0, 36.8)]]),
    (5, "Koytendag/Kugitang", "TM;UZ", [
        [(66.1, 37.6), (66.3, 38.2), (66.8, 38.5), (67.1, 38.1), (66.9, 37.5), (66.5, 37.4)]]),
    (6, "Western Tian Shan", "KG;KZ;UZ", [
        [(68.2, 43.6), (69.4, 43.4), (70.8, 42.9), (72.4, 42.4), (73.4, 41.8), (73.0, 41.2),
         (71.6, 41.5), (70.6, 40.9), (69.8, 41.0), (70.0, 41.9), (69.2, 42.8)]]),
    (7, "Northern and Inner Tian Shan", "CN;KG;KZ", [
        [(75.2, 42.3), (76.8, 43.3), (79.2, 43.6), (81.4, 43.4), (82.4, 42.4), (80.8, 41.4),
         (78.6, 40.9), (76.8, 40.8), (75.4, 41.2)]]),
    (8, "Pamirs-Hindukush-Karakoram", "AF;CN;KG;PK;TJ", [
        [(69.8, 39.6), (71.8, 40.0), (73.8, 40.2), (75.4, 39.4), (76.2, 37.8), (77.2, 36.4),
         (76.0, 35.2), (73.6, 35.2), (71.2, 35.0), (70.0, 36.2), (70.2, 37.6), (71.4, 38.6)]]),
    (9, "Altai", "CN;KZ;MN;RU", [
        [(83.8, 49.8), (85.8, 51.2), (88.8, 51.0), (91.6, 50.8), (93.6, 49.8), (93.2, 48.0),
         (92.4, 46.4), (90.4, 46.4), (88.6, 47.2), (86.6, 47.8), (84.8, 48.6)]]),
    (10, "Daurian Steppe", "CN;MN;RU", [
        [(108.8, 45.8), (109.2, 47.8), (110.8, 49.6), (113.4, 50.8), (116.6, 51.2), (119.2, 50.4),
         (120.4, 48.6), (120.2, 46.4), (117.6, 45.2), (114.4, 44.0), (111.4, 44.2)]]),
    (11, "Gobi", "CN;MN", [
        [(87.8, 45.8), (90.6, 46.6), (94.4, 46.0), (98.6, 45.4), (103.4, 45.0), (107.8, 45.2),
         (111.0, 44.8), (112.0, 43.6), (109.4, 42.0), (105.4, 41.0), (100.6, 41.6), (96.2, 41.6),
         (92.8, 42.6), (90.8, 44.0), (88.4, 44.4)]]),
    (12, "Western Himalaya", "CN;IN;NP", [
        [(76.6, 34.2), (78.4, 35.2), (80.4, 34.2), (81.6, 32.2), (83.8, 30.6), (84.8, 29.2),
         (83.6, 28.6), (81.4, 29.6), (79.4, 30.4), (77.6, 31.8), (76.4, 33.0)]]),
    (13, "Eastern Himalaya", "BT;CN;IN;NP", [
        [(85.6, 28.0), (87.0, 28.8), (89.0, 28.8), (91.2, 28.7), (92.8, 28.2), (92.4, 27.4),
         (90.6, 27.3), (88.6, 27.0), (87.0, 27.3)]]),
]

# (number, name, designation, IUCN category, alpha-3, longitude, latitude, half width, half height);
# those with a name in HOLLOW leave their middle out, as reserves around a settlement do.
PROTECTED_AREAS = [
    (1, "Great Gobi A", "Strictly Protected Area", "Ia", "MNG", 97.2, 43.4, 1.6, 0.5),
    (2, "Great Gobi B", "Strictly Protected Area", "Ia", "MNG", 92.9, 45.4, 1.0, 0.3),
    (3, "Small Gobi A", "Strictly Protected Area", "Ia", "MNG", 106.8, 42.9, 1.0, 0.35),
    (4, "Small Gobi B", "Strictly Protected Area", "Ia", "MNG", 108.9, 42.9, 0.7, 0.3),
    (5, "Gobi Gurvansaikhan", "National Park", "II", "MNG", 102.6, 43.5, 1.8, 0.4),
    (6, "Eastern Mongolian Steppe", "Strictly Protected Area", "Ia", "MNG", 115.8, 46.6, 0.9, 0.35),
    (7, "Toson Khulstai", "Nature Reserve", "III", "MNG", 112.4, 48.2, 0.6, 0.3),
    (8, "Altai Tavan Bogd", "National Park", "II", "MNG", 88.6, 48.7, 0.8, 0.3),
    (9, "Hustai", "National Park", "II", "MNG", 105.9, 47.7, 0.25, 0.15),
    (10, "Uvs Lake Basin", "Strictly Protected Area", "Ia", "MNG", 92.9, 50.2, 0.7, 0.25),
    (11, "Kalamaili", "Nature Reserve", "Ib", "CHN", 89.4, 45.1, 1.0, 0.5),
    (12, "Altun Mountain", "Nature Reserve", "Ib", "CHN", 89.5, 37.3, 1.7, 0.6),
    (13, "Chang Tang", "Nature Reserve", "Ib", "CHN", 86.0, 34.0, 4.0, 1.4),
    (14, "Hoh Xil", "Nature Reserve", "Ib", "CHN", 92.0, 35.3, 1.8, 0.7),
    (15, "Lop Nur Wild Camel", "Nature Reserve", "Ib", "CHN", 91.4, 40.2, 1.6, 0.8),
    (16, "Taxkorgan", "Nature Reserve", "V", "CHN", 75.6, 36.9, 0.7, 0.3),
    (17, "Dalai Lake", "Nature Reserve", "V", "CHN", 117.5, 48.7, 0.5, 0.4),
    (18, "Ustyurt", "Nature Reserve", "Ia", "KAZ", 54.5, 42.9, 0.4, 0.35),
    (19, "Barsakelmes", "Nature Reserve", "Ia", "KAZ", 60.0, 45.6, 0.4, 0.25),
    (20, "Altyn Dala", "Nature Reserve", "Ia", "KAZ", 64.6, 50.0, 1.0, 0.35),
    (21, "Aksu-Zhabagly", "Nature Reserve", "Ia", "KAZ", 70.6, 42.35, 0.25, 0.12),
    (22, "Altyn-Emel", "National Park", "II", "KAZ", 78.4, 44.0, 0.7, 0.25),
    (23, "Saigachy", "Landscape Reserve", "IV", "UZB", 57.2, 45.0, 0.8, 0.25),
    (24, "Southern Ustyurt", "National Park", "II", "UZB", 56.7, 42.3, 0.5, 0.6),
    (25, "Chatkal", "Biosphere Reserve", "Ia", "UZB", 70.0, 41.25, 0.2, 0.15),
    (26, "Surkhan", "Nature Reserve", "Ia", "UZB", 66.8, 37.95, 0.1, 0.3),
    (27, "Kaplankyr", "Nature Reserve", "Ia", "TKM", 57.0, 41.0, 0.6, 0.2),
    (28, "Badkhyz", "Nature Reserve", "Ia", "TKM", 61.8, 35.8, 0.4, 0.25),
    (29, "Koytendag", "Nature Reserve", "Ia", "TKM", 66.5, 37.85, 0.1, 0.25),
    (30, "Kopetdag", "Nature Reserve", "Ia", "TKM", 57.6, 38.25, 0.4, 0.08),
    (31, "Sarychat-Ertash", "Nature Reserve", "Ia", "KGZ", 78.4, 41.9, 0.45, 0.15),
    (32, "Naryn", "Nature Reserve", "Ia", "KGZ", 76.4, 41.45, 0.35, 0.12),
    (33, "Tajik", "National Park", "II", "TJK", 72.6, 38.6, 1.0, 0.45),
    (34, "Tigrovaya Balka", "Nature Reserve", "Ia", "TJK", 68.45, 37.35, 0.12, 0.12),
    (35, "Wakhan", "National Park", "II", "AFG", 73.2, 37.1, 0.9, 0.15),
    (36, "Khunjerab", "National Park", "II", "PAK", 75.1, 36.6, 0.3, 0.15),
    (37, "Touran", "Biosphere Reserve", "V", "IRN", 56.0, 35.6, 0.9, 0.5),
    (38, "Golestan", "National Park", "II", "IRN", 55.9, 37.4, 0.3, 0.15),
    (39, "Miandasht", "Wildlife Refuge", "IV", "IRN", 56.6, 36.9, 0.25, 0.15),
    (40, "Hemis", "National Park", "II", "IND", 77.5, 33.9, 0.45, 0.2),
    (41, "Sagarmatha", "National Park", "II", "NPL", 86.7, 27.85, 0.2, 0.12),
    (42, "Upper Mustang", "Conservation Area", "VI", "NPL", 83.9, 28.85, 0.3, 0.15),
    (43, "Jigme Dorji", "National Park", "II", "BTN", 89.8, 27.85, 0.35, 0.15),
    (44, "Daursky", "Nature Reserve", "Ia", "RUS", 115.6, 50.15, 0.3, 0.15),
    (45, "Katunsky", "Biosphere Reserve", "Ia", "RUS", 86.1, 49.8, 0.35, 0.15),
]
HOLLOW = {"Chang Tang", "Touran"}

# Areas that a usual filter leaves out: (number, name, designation, status)
PROPOSED = (46, "Northern Ustyurt", "Nature Reserve", "KAZ", 56.2, 46.0, 0.7, 0.35)


def blob(longitude, latitude, half_width, half_height, vertices=12):
    """Returns control points around a centre, in and out of an ellipse by turns."""
    points = []
    for index in range(vertices):
        angle = 2 * math.pi * index / vertices
        stretch = 1.0 if index % 2 else 0.85
        points.append((longitude + stretch * half_width * math.cos(angle),
                       latitude + stretch * half_height * math.sin(angle)))
    return points

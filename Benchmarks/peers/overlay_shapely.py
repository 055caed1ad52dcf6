#!/usr/bin/env python3
"""Lines x ranges with shapely 2, as its documentation advises: STRtree, prepared ranges, arrays.

overlay_shapely.py LINES RANGES    two GeoPackages; prints rid,cls,inside_m,crossings
overlay_shapely.py --probe         succeeds where everything is installed
"""
import sys

import numpy as np
import pyogrio
import pyproj
import shapely

GEOD = pyproj.Geod(ellps="WGS84")


def lengths(lines):
    """The geodesic length of every line."""
    xy, index = shapely.get_coordinates(lines, return_index=True)
    same = index[1:] == index[:-1]
    a, b = xy[:-1][same], xy[1:][same]
    _, _, metres = GEOD.inv(a[:, 0], a[:, 1], b[:, 0], b[:, 1])
    return np.bincount(index[1:][same], metres, minlength=len(lines))


def crossings(pieces, line_of_piece, lines):
    """How many ends of pieces are no ends of their lines, for every piece."""
    count = np.zeros(len(pieces), dtype=int)
    for place in (0, -1):
        end = shapely.get_coordinates(shapely.get_point(pieces, place))
        at_end = np.zeros(len(pieces), dtype=bool)
        for line_place in (0, -1):
            own = shapely.get_coordinates(shapely.get_point(lines[line_of_piece], line_place))
            at_end |= (end == own).all(axis=1)
        count += ~at_end
    return count


def main(lines_path, ranges_path):
    table = pyogrio.read_dataframe(lines_path)
    lines, classes = table.geometry.values.to_numpy(), table["cls"].to_numpy()
    ranges = pyogrio.read_dataframe(ranges_path)
    names, class_of_line = np.unique(classes, return_inverse=True)
    tree = shapely.STRtree(lines)
    print("rid,cls,inside_m,crossings")
    for rid, polygon in zip(ranges["rid"], ranges.geometry.values.to_numpy()):
        shapely.prepare(polygon)
        near = np.sort(tree.query(polygon))
        meets = near[shapely.intersects(polygon, lines[near])]
        whole = shapely.contains(polygon, lines[meets])
        cut = meets[~whole]
        pieces, owner = shapely.get_parts(
            shapely.intersection(polygon, lines[cut]), return_index=True)
        keep = shapely.get_type_id(pieces) == 1
        pieces, owner = pieces[keep], cut[owner[keep]]
        inside = meets[whole]
        metres = np.bincount(class_of_line[inside], lengths(lines[inside]), len(names))
        metres += np.bincount(class_of_line[owner], lengths(pieces), len(names))
        count = np.bincount(class_of_line[owner], crossings(pieces, owner, lines), len(names))
        for name, length, number in zip(names, metres, count):
            print(f"{rid},{name},{length:.17g},{number:.0f}")


if __name__ == "__main__":
    if int(shapely.__version__.split(".")[0]) < 2:
        sys.exit("shapely 2 is needed")
    if sys.argv[1:] != ["--probe"]:
        main(*sys.argv[1:])

#!/usr/bin/env python3
"""Lines x ranges as most would write it: geopandas.overlay, geodesic lengths, groupby.

overlay_geopandas.py LINES RANGES    two GeoPackages; prints rid,cls,inside_m
overlay_geopandas.py --probe         succeeds where everything is installed
"""
import sys

import geopandas
import numpy as np
import pyproj
import shapely


def lengths(lines):
    """The geodesic length of every line."""
    parts, part_owner = shapely.get_parts(lines, return_index=True)
    xy, index = shapely.get_coordinates(parts, return_index=True)
    same = index[1:] == index[:-1]
    a, b = xy[:-1][same], xy[1:][same]
    _, _, metres = pyproj.Geod(ellps="WGS84").inv(a[:, 0], a[:, 1], b[:, 0], b[:, 1])
    return np.bincount(part_owner[index[1:][same]], metres, minlength=len(lines))


def main(lines_path, ranges_path):
    lines, ranges = geopandas.read_file(lines_path), geopandas.read_file(ranges_path)
    pieces = geopandas.overlay(lines, ranges, how="intersection", keep_geom_type=True)
    pieces["inside_m"] = lengths(pieces.geometry.values.to_numpy())
    table = pieces.groupby(["rid", "cls"])["inside_m"].sum().reset_index()
    table.to_csv(sys.stdout, index=False, float_format="%.17g")


if __name__ == "__main__":
    if int(shapely.__version__.split(".")[0]) < 2:
        sys.exit("shapely 2 is needed")
    if sys.argv[1:] != ["--probe"]:
        main(*sys.argv[1:])

#!/usr/bin/env python3
"""Lines x ranges in PostGIS, written well: ranges subdivided, GiST index, parallel workers.

overlay_postgis.py LINES RANGES    two GeoPackages; prints rid,cls,inside_m
overlay_postgis.py --probe         succeeds where everything is there

Needs psql, ogr2ogr and a database that PGDATABASE, PGHOST and so on name, whose user may create
the schema kulan_benchmark; the schema is dropped at the end.
"""
import subprocess
import sys

SUBDIVIDE = """
CREATE TABLE kulan_benchmark.tiles AS
  SELECT rid, ST_Subdivide(geom, 256) AS geom FROM kulan_benchmark.ranges;
CREATE INDEX ON kulan_benchmark.tiles USING gist (geom);
ANALYZE kulan_benchmark.tiles; ANALYZE kulan_benchmark.lines;
"""

QUERY = """
SET max_parallel_workers_per_gather = 2;
COPY (
  SELECT rid, cls, sum(ST_Length(
    CASE WHEN ST_CoveredBy(l.geom, t.geom) THEN l.geom ELSE ST_Intersection(l.geom, t.geom) END
    ::geography)) AS inside_m
  FROM kulan_benchmark.tiles t JOIN kulan_benchmark.lines l ON ST_Intersects(t.geom, l.geom)
  GROUP BY rid, cls ORDER BY rid, cls
) TO STDOUT WITH (FORMAT csv, HEADER);
"""


def psql(sql):
    command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def load(path, table):
    subprocess.run(
        ["ogr2ogr", "-f", "PostgreSQL", "PG:schemas=kulan_benchmark", path, "-nln", table,
         "-lco", "GEOMETRY_NAME=geom", "-lco", "SPATIAL_INDEX=NONE", "--config", "PG_USE_COPY", "YES"],
        check=True, capture_output=True)


def main(lines_path, ranges_path):
    psql("DROP SCHEMA IF EXISTS kulan_benchmark CASCADE; CREATE SCHEMA kulan_benchmark")
    try:
        load(lines_path, "lines")
        load(ranges_path, "ranges")
        psql(SUBDIVIDE)
        print(psql(QUERY), end="")
    finally:
        psql("DROP SCHEMA kulan_benchmark CASCADE")


if __name__ == "__main__":
    if sys.argv[1:] == ["--probe"]:
        psql("SELECT PostGIS_Full_Version()")
    else:
        main(*sys.argv[1:])

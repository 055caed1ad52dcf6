#!/bin/sh
# Builds one atlas in parts with GNU parallel:
#
#   Examples/parallel.sh atlas.json 8
#
# On several machines add --sshlogin and keep the folder of units where all of them see it.
set -eu

config=$1
parts=$2
units=${3:-${config%.*}-units}

seq "$parts" | parallel --halt soon,fail=1 \
  kulan atlas build "$config" --shard "{}/$parts" --units "$units" --jobs 1 --quiet
kulan atlas merge "$config" --units "$units"

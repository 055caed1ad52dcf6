#!/bin/sh
# Builds one atlas as an array of jobs with Slurm:
#
#   build=$(sbatch --parsable --array=1-16 Examples/slurm.sh atlas.json)
#   sbatch --dependency=afterok:"$build" --wrap "kulan atlas merge atlas.json --units atlas-units"
#
#SBATCH --job-name=kulan-atlas
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=02:00:00
set -eu

config=$1
units=${2:-${config%.*}-units}

kulan atlas build "$config" --units "$units" --quiet --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"

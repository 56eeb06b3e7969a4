#!/usr/bin/env bash
# Measures with JMH what rendering a document and deciding a poll cost.
#
#   benchmarks/jmh.sh              with JMH's options in JMH_OPTS
#   benchmarks/jmh.sh --no-build   measures target/feedwright as it is
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

package_unless_told "$@"

generate folder "$work/feeds" 1 20
./mvnw -B -q -f benchmarks/jmh compile exec:exec -Djmh.directory="$work" \
  -Djmh.options="${JMH_OPTS:--f 1 -wi 3 -w 2 -i 5 -r 2}"

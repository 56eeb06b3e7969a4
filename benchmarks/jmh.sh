#!/usr/bin/env bash
# Measures with JMH what rendering a document and deciding a poll cost.
#
#   benchmarks/jmh.sh              with JMH's options in JMH_OPTS
#   benchmarks/jmh.sh --no-build   measures target/feedwright as it is
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

case ${1:-} in
  '')
    say "Building"
    ./mvnw -B -q package -Dmaven.test.skip=true >"$work/build.log" 2>&1 || { tail -40 "$work/build.log"; exit 1; }
    ;;
  --no-build) ;;
  *) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac

generate folder "$work/feeds" 1 20
./mvnw -B -q -f benchmarks/jmh compile exec:exec -Djmh.directory="$work" \
  -Djmh.options="${JMH_OPTS:--f 1 -wi 3 -w 2 -i 5 -r 2}"

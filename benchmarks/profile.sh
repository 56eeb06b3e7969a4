#!/usr/bin/env bash
# Where the time goes, by Java's flight recorder: benchmarks/profile.sh polls|load|start
#
#   polls  a minute of polls, 200 and 304, once warm
#   load   the first load of 20,000 files
#   start  from the start to the first feed; without the AOT cache, which no recorder works with
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh
quick=true

what=${1:?polls, load or start}
recording=$work/$what.jfr
export JAVA_OPTS="-XX:AOTMode=off -XX:StartFlightRecording:filename=$recording,settings=profile"
case $what in
  polls)
    need wrk wrk
    generate folder "$work/feeds" 1 20
    url=http://127.0.0.1:$(serve profiled "$work/feeds")/feeds/feed-0.atom
    echo "$(wrk_gzip "$url" 30) answers with 200 a second, $(wrk_same "$url" "$(tag_of "$url")" 30) with 304"
    ;;
  load | start)
    articles=$([ "$what" = load ] && echo 1000 || echo 20)
    generate folder "$work/feeds" 20 "$articles"
    serve profiled "$work/feeds" >/dev/null
    wait_for_folder profiled
    ;;
  *) usage ;;
esac
stop_service profiled
for view in hot-methods allocation-by-class gc-pauses; do
  "$JAVA_HOME/bin/jfr" view --width 160 "$view" "$recording"
done

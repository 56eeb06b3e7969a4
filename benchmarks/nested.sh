#!/usr/bin/env bash
# What 10,000 posts of a site cost that lie in a folder for each month, beside the same posts in one folder: `check`, the
# first load, and a change. Writes benchmarks/RESULTS-nested.md.
#
#   benchmarks/nested.sh               builds, and measures three rounds
#   benchmarks/nested.sh --no-build    measures target/feedwright as it is
#
# ROUNDS=1 takes less time; POSTS=1000 measures fewer, and PUBLICATIONS=10 fewer changes.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

rounds=${ROUNDS:-3} posts=${POSTS:-10000} publications=${PUBLICATIONS:-30}
package_unless_told "$@"

check() { # LAYOUT
  local TIMEFORMAT='%R %U %S' wall user system
  read -r wall user system < <({ time target/feedwright/feedwright check "$work/$1" >"$work/check.out" 2>&1; } 2>&1)
  note "check $1" "$wall"
  note "check $1 processor" "$(awk -v u="$user" -v s="$system" 'BEGIN { printf "%.1f", u + s }')"
}

load() { # LAYOUT
  local begin within=
  rm -rf "$work/data-service"
  begin=$(date +%s%N)
  port=$(serve service "$work/$1")
  wait_for_folder service
  note "load $1" "$(seconds_of $((($(date +%s%N) - begin) / 1000000)))"
  note "load $1 processor" "$(awk -v hertz="$(getconf CLK_TCK)" '{ printf "%.1f", ($14 + $15) / hertz }' "/proc/$(cat "$work/service.pid")/stat")"
  [ "$1" = flat ] || within=2026/06
  rm -rf "$work/spare"
  generate spare "$work/spare" $((round * 1000)) "$publications"
  read -r p50 p99 _ < <(client publish "$port" "$work/$1" feed-0 "$work/spare" "$publications" "$within")
  note "change $1" "$p50"
  note "change $1 p99" "$p99"
  stop_service service
  find "$work/$1" -name 'spare-*' -delete
}

for layout in nested flat; do
  generate posts "$work/$layout" 1 "$posts" "$layout"
done
for ((round = 1; round <= rounds; round++)); do
  for layout in nested flat; do
    say "Round $round of $rounds, $layout"
    check "$layout"
    load "$layout"
  done
done

line() { # NAME KEY GOAL
  echo "| $1 | $(median "$2 nested$4") | $(median "$2 flat$4") | $(listed "$2 nested$4"); $(listed "$2 flat$4") | $3 |"
}
{
  echo "# What nested folders cost"
  echo
  echo "Written by \`benchmarks/nested.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before: $load. $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), Linux $(uname -r), $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
  echo
  echo "$(thousands "$posts") posts of about 2.5 kB in one feed, in a folder for each month or all in the feed's folder, by turns. $publications publications a round."
  echo
  echo "| | nested | flat | rounds (nested; flat) | goal |"
  echo "|---|---:|---:|---|---|"
  line "\`check\`, s" "check" "≤ 10" ""
  line "\`check\`, s of processor time" "check" "" " processor"
  line "first load, s, start included" "load" "no slower than flat" ""
  line "first load, s of processor time" "load" "" " processor"
  line "a change until the first poll that shows it, ms, median" "change" "as flat" ""
  line "the same, p99" "change" "" " p99"
} >"$work/RESULTS.md"
cat "$work/RESULTS.md"
cp "$work/RESULTS.md" benchmarks/RESULTS-nested.md

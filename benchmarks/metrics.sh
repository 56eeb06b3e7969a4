#!/usr/bin/env bash
# Measures what metrics cost, with and without: the processor time of polls, and a start. Prints it and writes it
# to benchmarks/RESULTS-metrics.md.
#
#   benchmarks/metrics.sh              builds, and measures
#   benchmarks/metrics.sh --no-build   measures target/feedwright as it is
#
# ROUNDS=9 LIVES=5 SECONDS_EACH=4 WARMUP=15 SCRAPES=40 ARTICLES=1000 may be set.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

rounds=${ROUNDS:-9} lives=${LIVES:-5} seconds=${SECONDS_EACH:-4} warmup=${WARMUP:-15} scrapes=${SCRAPES:-40} articles=${ARTICLES:-1000}
need wrk wrk
need curl curl
package_unless_told "$@"

# Without metrics there is no address at which to read them. Polls are counted all the same, for the operator's page.
declare -A exposed=([with]=health,prometheus [without]=health) management=() urls=()

begin() { # NAME FOLDER
  management[$1]=$(free_port)
  management_port=${management[$1]} more_settings=--management.endpoints.web.exposure.include=${exposed[$1]}
  urls[$1]=http://127.0.0.1:$(serve "$1" "$2")/feeds/feed-0.atom
  wait_for_folder "$1"
}

scrape() { curl -sf -o /dev/null "http://127.0.0.1:${management[with]}/actuator/prometheus"; }

say "Starts"
generate folder "$work/feeds" 10 $((articles / 10))
for name in with without; do
  begin $name "$work/feeds"
  stop_service $name
done
for ((round = 1; round <= rounds; round++)); do
  for name in with without; do
    begin $name "$work/feeds"
    note "$name start" "$(cat "$work/$name.ms")"
    note "$name start busy" "$(cat "$work/$name.busy")"
    stop_service $name
  done
done

# One process with metrics is compared with itself before anybody has asked for them, when it has none yet: two processes
# of the same program differ by more than what is looked for, because Java compiles each as it happens to run.
ways="kept new"
polls_of() { # NAME: three times
  for _ in 1 2 3; do
    for way in $ways; do
      [ "$1" = without ] || scrape
      note "$1 $way" "$(cost $way "${urls[with]}" "$seconds" "$(cat "$work/with.pid")")"
    done
  done
}
for ((life = 1; life <= lives; life++)); do
  say "Polls: process $life of $lives"
  begin with "$work/feeds"
  for way in $ways $ways; do
    cost $way "${urls[with]}" "$warmup" "$(cat "$work/with.pid")" >/dev/null
  done
  polls_of without
  # Java compiles what metrics are made with, and once more what polls share with it.
  for ((i = 0; i < scrapes; i++)); do scrape; done
  for way in $ways; do
    cost $way "${urls[with]}" "$warmup" "$(cat "$work/with.pid")" >/dev/null
  done
  polls_of with
  [ "$life" = "$lives" ] || stop_service with
done

say "Scrapes"
before=$(ticks "$(cat "$work/with.pid")")
for ((i = 0; i < scrapes; i++)); do scrape; done
scrape_ms=$(awk -v ticks=$(($(ticks "$(cat "$work/with.pid")") - before)) -v hertz="$(getconf CLK_TCK)" -v n="$scrapes" \
  'BEGIN { printf "%.1f", ticks / hertz * 1000 / n }')

compared() { # KEY GOAL TITLE
  local ratio
  ratio=$(ratio "$(median "with $1")" "$(median "without $1")")
  echo "| $3 | $(median "with $1") | $(median "without $1") | $ratio | ≤ $2 | $(awk -v r="$ratio" -v g="$2" 'BEGIN { print (r <= g ? "reached" : "**not reached**") }') | $(listed "with $1") | $(listed "without $1") |"
}
{
  echo "# What metrics cost"
  echo
  echo "Written by \`benchmarks/metrics.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before and after: $load, $(cut -d' ' -f1 /proc/loadavg). $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
  echo
  echo "Starts with and without \`/actuator/prometheus\` by turns, with $(thousands "$articles") articles, in milliseconds; medians of $rounds rounds."
  echo "Polls (304) in microseconds of processor time, $seconds s each, of $lives processes, one after the other: three times before anybody"
  echo "has asked for metrics, and, once that is compiled, three times when they are asked for before each; medians. With and without them, the service"
  echo "counts polls, for the operator's page: what counting costs is in both."
  echo
  echo "| | with | without | ratio | goal | | with, each round | without |"
  echo "|---|---:|---:|---:|---|---|---|---|"
  compared kept 1.03 "a poll, kept connections"
  compared new 1.03 "a poll, a new connection each"
  compared start 1.05 "a start until the first feed byte"
  compared "start busy" 1.05 "its processor time"
  echo
  echo "To read all metrics once, of $(thousands "$articles") articles in ten feeds, takes $scrape_ms ms of processor time (mean of $scrapes)."
} | tee benchmarks/RESULTS-metrics.md

#!/usr/bin/env bash
# How long a backup of 100,000 articles takes, and how fast polls are answered meanwhile; writes
# benchmarks/RESULTS-backup.md.
#
#   benchmarks/backup.sh               builds, and measures three rounds
#   benchmarks/backup.sh --no-build    measures target/feedwright as it is
#
# ARTICLES=100000 ROUNDS=3 SECONDS_EACH=8 may be set. In a round, polls are measured without a backup and with one;
# wrk asks over 32 connections, as fast as it is answered. At the end the last backup is
# restored into an empty place, and its documents are compared with the service's.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

articles=${ARTICLES:-100000} rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-8} warmup=${WARMUP:-15}
need wrk wrk
need curl curl
package_unless_told "$@"

backup() { # FILE: leaves the wall clock and the processor time in $work/backup.time
  # shellcheck disable=SC2046
  TIMEFORMAT='%R %U %S'
  { time target/feedwright/feedwright backup --overwrite "$1" $(settings 0 service "$work/folder") \
    >"$work/backup.log" 2>&1 || { cat "$work/backup.log" >&2; exit 1; }; } 2>"$work/backup.time"
}

# Polls while a backup is made: only whole seconds of it count, so wrk begins when Java is up and ends before it does.
polls_beside() {
  local rate
  backup "$work/backup.zip" &
  pids[backup]=$!
  sleep 2
  rate=$(wrk_gzip "$url" "$seconds")
  if kill -0 "${pids[backup]}" 2>/dev/null; then
    note "polls beside" "$rate"
  else
    say "The backup was over before the polls were; SECONDS_EACH is too long for it"
    note "polls beside (not all the time)" "$rate"
  fi
  wait "${pids[backup]}"
  unset "pids[backup]"
  note "backup beside polls" "$(cut -d' ' -f1 "$work/backup.time")"
}

say "$(thousands "$articles") files in 100 feeds"
generate folder "$work/folder" 100 $((articles / 100))
say "Loading them"
port=$(serve service "$work/folder")
wait_for_folder service
wait_for_quiet
url=http://127.0.0.1:$port/feeds/feed-0.atom
say "Warming up"
wrk_gzip "$url" "$warmup" >/dev/null

for ((round = 1; round <= rounds; round++)); do
  say "Round $round of $rounds"
  note "polls alone" "$(wrk_gzip "$url" "$seconds")"
  backup "$work/backup.zip"
  note "backup alone" "$(cut -d' ' -f1 "$work/backup.time")"
  note "backup processor" "$(awk '{ print $2 + $3 }' "$work/backup.time")"
  polls_beside
done
size=$(($(stat -c %s "$work/backup.zip") / 1000000))
store=$(($(stat -c %s "$work/data-service/feedwright.db") / 1000000))
said=$(sed -n '$s/^Backed up to [^:]*/It holds/p' "$work/backup.log")

say "Restoring"
TIMEFORMAT='%R'
{ time target/feedwright/feedwright restore "$work/backup.zip" --feedwright.base-url="http://localhost:$port" \
  --feedwright.data="$work/data-restored" --feedwright.folder="$work/folder-restored" >"$work/restore.log" 2>&1 ||
  { cat "$work/restore.log" >&2; exit 1; }; } 2>"$work/restore.time"
for feed in 0 50 99; do
  curl -sf "http://127.0.0.1:$port/feeds/feed-$feed.atom" "http://127.0.0.1:$port/feeds/feed-$feed/archive/1.json"
done >"$work/before"
stop_service service
restored=$(free_port)
target/feedwright/feedwright --server.address=127.0.0.1 --server.port="$restored" --management.server.port=0 \
  --feedwright.base-url="http://localhost:$port" --feedwright.data="$work/data-restored" \
  --feedwright.folder="$work/folder-restored" --feedwright.authoring.watch=false >"$work/restored.log" 2>&1 &
pids[restored]=$!
until curl -sf -o /dev/null "http://127.0.0.1:$restored/feeds/feed-0.atom"; do sleep 0.2; done
for feed in 0 50 99; do
  curl -sf "http://127.0.0.1:$restored/feeds/feed-$feed.atom" "http://127.0.0.1:$restored/feeds/feed-$feed/archive/1.json"
done >"$work/after"
cmp "$work/before" "$work/after"

verdict() { awk -v r="$2" -v v="$1" -v g="$3" 'BEGIN { print (r == "≥" ? v + 0 >= g : v + 0 <= g) ? "reached" : "**not reached**" }'; }
line() { # FIGURE GOAL RELATION VALUE REMARK
  echo "| $1 | $3 $2 | $4 | $(verdict "$4" "$3" "$2") | $5 |"
}
{
  echo "# Backups"
  echo
  echo "Written by \`benchmarks/backup.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before and after: $load, $(cut -d' ' -f1 /proc/loadavg). $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), Linux $(uname -r), $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
  echo
  echo "$(thousands "$articles") articles in 100 feeds and their files; SQLite has $(thousands "$store") MB, the backup $(thousands "$size") MB. Medians of $rounds rounds; polls with gzip over 32 connections, $seconds s each. $said."
  echo
  echo "| figure | goal | measured | | |"
  echo "|---|---|---|---|---|"
  line "backup, no polls beside, seconds" 60 "≤" "$(median "backup alone")" "rounds: $(listed "backup alone"); processor time $(median "backup processor") s"
  if [ -e "$work/note.polls_beside" ]; then
    line "polls beside a backup ÷ polls alone" 0.9 "≥" "$(ratio "$(median "polls beside")" "$(median "polls alone")")" "requests a second: $(listed "polls beside"); alone: $(listed "polls alone")"
    line "backup beside as many polls as there can be, seconds" 60 "≤" "$(median "backup beside polls")" "rounds: $(listed "backup beside polls")"
  fi
  echo "| restore, seconds | | $(cat "$work/restore.time") | | documents and archives of three feeds were compared, and are the same |"
  [ ! -r benchmarks/FINDINGS-backup.md ] || { echo; cat benchmarks/FINDINGS-backup.md; }
} >"$work/RESULTS.md"
cat "$work/RESULTS.md"
[ "$articles" -lt 100000 ] || cp "$work/RESULTS.md" benchmarks/RESULTS-backup.md

#!/usr/bin/env bash
# How much memory the service needs at most, as the launcher starts it: loads 10,000 files, asks for all documents in
# gzip and in Brotli, for 200 archives and 200 pages, and then for all archives; writes
# benchmarks/RESULTS-memory.md.
#
#   benchmarks/memory.sh               builds, and measures three rounds
#   benchmarks/memory.sh --no-build    measures target/feedwright as it is
#   benchmarks/memory.sh --detail      one round of target/feedwright, and what its memory is used for; writes nothing
#
# JAVA_OPTS="-Xmx1g" benchmarks/memory.sh … measures other options, and writes nothing; ROUNDS=1 takes less time.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

rounds=${ROUNDS:-3} detail=false goal=700
case ${1:-} in
  --detail)
    rounds=1 detail=true
    export JAVA_OPTS="-XX:NativeMemoryTracking=summary ${JAVA_OPTS:-}"
    ;;
  *) package_unless_told "$@" ;;
esac
need curl curl

# Asks for each address once, over one connection, and stops at the first that is not answered by 200.
ask() { # CODING FILE
  sed "s|^|http://127.0.0.1:$port|" "$2" | xargs -n 200 curl -sSf --fail-early -H "Accept-Encoding: $1" -o /dev/null \
    >"$work/asked"
}

# Since the start: the most that was resident, in MB.
peak() { memory service VmHWM; }

# The kinds of memory that are resident, in MB: Java's own count, and the kernel's.
show() {
  local pid
  pid=$(cat "$work/service.pid")
  echo "$1:"
  "$JAVA_HOME/bin/jcmd" "$pid" VM.native_memory summary scale=MB | grep -E '^(Total|-)' | grep -v 'committed=0MB' || true
  awk '/^[0-9a-f]+-[0-9a-f]+ / { name = $6 == "" ? "nameless" : $6 } /^Rss:/ { rss[name] += $2 }
    END { for (name in rss) if (rss[name] > 2048) printf "  %4d MB of %s\n", rss[name] / 1024, name }' "/proc/$pid/smaps"
  grep -E '^(VmHWM|VmRSS|RssAnon|RssFile|Threads)' "/proc/$pid/status"
}

one_round() {
  local begin
  rm -rf "$work/data-service"
  begin=$(date +%s%N)
  port=$(serve service "$work/folder")
  wait_for_folder service
  note "first load" $((($(date +%s%N) - begin) / 1000000))
  note "processor" "$(awk -v hertz="$(getconf CLK_TCK)" '{ printf "%.1f", ($14 + $15) / hertz }' "/proc/$(cat "$work/service.pid")/stat")"
  note "loaded" "$(peak)"
  ! $detail || show "loaded"
  ask gzip "$work/documents"
  ask br "$work/documents"
  note "documents" "$(peak)"
  ask gzip "$work/archives"
  ask br "$work/archives"
  ask gzip "$work/pages"
  note "all" "$(peak)"
  ! $detail || show "all asked for"
  ask gzip "$work/history"
  note "history" "$(peak)"
  ! $detail || show "all archives asked for"
  sleep 10
  note "afterwards" "$(memory service VmRSS)"
  stop_service service
}

say "10,000 files in 100 feeds"
generate folder "$work/folder" 100 100
for feed in {0..99}; do
  printf '/feeds/feed-%d.%s\n' "$feed" atom "$feed" rss "$feed" json "$feed" rdf
  [ "$feed" -gt 0 ] || printf '/feeds/all.%s\n' atom rss json rdf
done >"$work/documents"
for feed in {0..49}; do
  printf '/feeds/feed-%d/archive/%d.atom\n' "$feed" 1 "$feed" 2 "$feed" 3 "$feed" 4
done >"$work/archives"
for feed in {0..99}; do
  for archive in {1..4}; do
    printf '/feeds/feed-%d/archive/%d.%s\n' "$feed" "$archive" atom "$feed" "$archive" rss "$feed" "$archive" json
  done
done >"$work/history"
for feed in {0..99}; do
  printf '/feeds/feed-%d\n' "$feed"
  printf '/articles/feed-%d/article-0\n' "$feed"
done >"$work/pages"

for ((round = 1; round <= rounds; round++)); do
  say "Round $round of $rounds"
  one_round
done

line() { echo "| $1 | $(median "$2") | $(listed "$2") | ${3:-} |"; }
{
  echo "# How much memory it needs"
  echo
  echo "Written by \`benchmarks/memory.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before: $load. $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo) GiB, Linux $(uname -r), $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
  echo
  echo "10,000 Markdown files of about 4 kB in 100 feeds; $(thousands "$(wc -l <"$work/documents")") documents, each with gzip and with Brotli, $(wc -l <"$work/archives") archives the same, $(wc -l <"$work/pages") pages. As the launcher starts it${JAVA_OPTS:+, with \`$JAVA_OPTS\`}; the store is empty before each round."
  echo
  echo "| MB resident | median | rounds | |"
  echo "|---|---:|---|---|"
  line "at most, until the files are loaded" "loaded"
  line "at most, until all documents were asked for" "documents"
  line "at most, until archives and pages were asked for" "all" "goal: ≤ $goal, $([ "$(sort -n "$work/note.all" | tail -1)" -le $goal ] && echo 'reached in each round' || echo '**not reached**')"
  line "at most, until all archives in three formats were asked for" "history"
  line "10 s later" "afterwards"
  echo
  echo "The first load takes $(median "processor") s of processor time (rounds: $(listed "processor")), and $(seconds_of "$(median "first load")") s by the clock (rounds: $(listed "first load") ms), process start included."
} >"$work/RESULTS.md"
cat "$work/RESULTS.md"
$detail || [ -n "${JAVA_OPTS:-}" ] || cp "$work/RESULTS.md" benchmarks/RESULTS-memory.md

#!/usr/bin/env bash
# Measures everything beside nginx in one run, prints the figures and writes them to benchmarks/RESULTS.md.
#
#   benchmarks/run.sh           about 20 minutes, 15 GB of disk for a while
#   benchmarks/run.sh --quick   three minutes, smaller and shorter: shows that it works, and writes no results
#   benchmarks/run.sh --no-build …  measures target/feedwright as it is
#   ONLY="polls start" benchmarks/run.sh …  only some of: polls publication million latency start memory load day
#
# Everything listens on loopback, on ports that are free, and is stopped and removed at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

quick=false build=true
for argument in "$@"; do
  case $argument in
    --quick) quick=true ;;
    --no-build) build=false ;;
    *) usage ;;
  esac
done
if $quick; then
  rounds=1 seconds=2 warmup=3 publications=15 starts=2 stored=1000 feeds=20 copies=10 files=2000
else
  rounds=5 seconds=5 warmup=30 publications=100 starts=5 stored=10000 feeds=1000 copies=100 files=100000
fi
only=${ONLY:-polls publication million latency start memory load day}
wants() { [[ " $only " == *" $1 "* ]]; }

need nginx nginx-light
need wrk wrk
need curl curl
! $build || package

say "A feed of 20 articles"
generate folder "$work/small" 1 20
port=$(serve small "$work/small")
feed=http://127.0.0.1:$port/feeds/feed-0.atom
curl -sf -H 'Accept-Encoding: gzip' "$feed" -o "$work/feed.atom.gz"
curl -sf "$feed" -o "$work/feed.atom"
tag=$(tag_of "$feed")
document="$(stat -c %s "$work/feed.atom") bytes, $(stat -c %s "$work/feed.atom.gz") with gzip"
say "Its Atom document has $document"

if wants polls || wants publication; then
  say "Warming up"
  warm "$feed"
fi

if wants polls; then
  nginx1=$(serve_by_nginx 1) nginx2=$(serve_by_nginx 2)
  for ((round = 1; round <= rounds; round++)); do
    say "Polls, round $round of $rounds"
    for server in feedwright:$feed nginx1:http://127.0.0.1:$nginx1/feed.atom nginx2:http://127.0.0.1:$nginx2/feed.atom; do
      note "${server%%:*} 200" "$(wrk_gzip "${server#*:}" "$seconds")"
      note "${server%%:*} 304" "$(wrk_same "${server#*:}" "$(tag_of "${server#*:}")" "$seconds")"
    done
  done
  best200=$(max "$(median "nginx1 200")" "$(median "nginx2 200")")
  best304=$(max "$(median "nginx1 304")" "$(median "nginx2 304")")
  row "200 with gzip: Feedwright ÷ nginx" "≥" 0.95 "$(ratio "$(median "feedwright 200")" "$best200")"
  row "304: Feedwright ÷ nginx" "≥" 0.8 "$(ratio "$(median "feedwright 304")" "$best304")"
fi

if wants publication; then
  # The reader's tag changes each second, so wrk takes it from a file, in the quiet rounds too.
  generate spare "$work/every-second" 0 $((rounds * (2 * seconds + 10) + 60))
  tag_of "$feed" >"$work/tag"
  for ((round = 1; round <= rounds; round++)); do
    say "Polls with and without a publication a second, round $round of $rounds"
    for state in quiet busy; do
      [ $state = quiet ] || publish_every_second "$work/every-second" "$work/small/feed-0" "$feed" "$work/tag"
      note "$state 200" "$(wrk_gzip "$feed" "$seconds")"
      note "$state 304" "$(TAG_FILE=$work/tag wrk_latest "$feed" "$seconds")"
      [ $state = quiet ] || { stop "$publisher"; wait_for_quiet; tag_of "$feed" >"$work/tag"; }
    done
  done
  row "200, one publication a second ÷ quiet" "≥" 0.9 "$(ratio "$(median "busy 200")" "$(median "quiet 200")")"
  row "304, one publication a second ÷ quiet" "≥" 0.9 "$(ratio "$(median "busy 304")" "$(median "quiet 304")")"
fi

if wants latency; then
  generate spare "$work/spare" 100000 "$publications"
  say "$publications publications in the folder"
  read -r p50 p99 longest < <(client publish "$port" "$work/small" feed-0 "$work/spare" "$publications")
  row "publication in the folder → first poll that shows it, p99" "≤" "500 ms" "$p99 ms" "median $p50 ms, longest $longest ms, $publications publications"
  count=$((publications * 3))
  say "$count commits"
  read -r p50 p99 longest < <(commit $count small "$work/small")
  row "commit → first poll that shows it, p99" "≤" "20 ms" "$p99 ms" "median $p50 ms, longest $longest ms, $count commits"
fi

if wants day; then
  generate spare "$work/news" 200000 5
  say "A day of hourly polls"
  read -r small full < <(client day "$port" "$work/small" feed-0 "$work/news" 2>"$work/day.log")
  row "bytes for a day of 24 hourly polls with five changes, br + delta ÷ full gzip" "≤" 0.05 "$(ratio "$small" "$full")" "$small ÷ $full bytes, header sections of the answers included"
fi
stop_service small

if wants memory; then
  say "Memory"
  rm -rf "$work/data-small"
  generate folder "$work/idle" 1 20
  port=$(serve idle "$work/idle")
  for ((i = 0; i < 20; i++)); do
    for format in atom rss json; do
      curl -sf -o /dev/null --compressed "http://127.0.0.1:$port/feeds/feed-0.$format"
    done
  done
  sleep 10
  row "resident memory, idle, small feed" "≤" "200 MB" "$(memory idle VmRSS) MB" "after 60 polls, then 10 s without any; at most $(memory idle VmHWM) MB"
  stop_service idle
fi

if wants start; then
  say "Starts with $stored articles stored"
  generate folder "$work/stored" 10 $((stored / 10))
  serve stored "$work/stored" >/dev/null
  wait_for_folder stored
  stop_service stored
  for ((i = 0; i < starts; i++)); do
    serve stored "$work/stored" >/dev/null
    note "start" "$(cat "$work/stored.ms")"
    stop_service stored
  done
  row "start to the first feed byte with $(thousands "$stored") articles" "≤" "1.0 s" "$(seconds_of "$(median start)") s" "median of $starts: $(listed start) ms; packaged jar with AOT cache, new process, files in the page cache"
  rm -rf "$work/stored" "$work/data-stored"
fi

if wants million; then
  say "$(thousands $((feeds * 10 * copies))) articles in $feeds feeds"
  generate folder "$work/million" "$feeds" 10
  serve million "$work/million" >/dev/null
  wait_for_folder million
  stop_service million
  "$java" -cp 'target/feedwright/lib/*' benchmarks/Generate.java multiply "$work/data-million/feedwright.db" "$copies"
  size=$(du -sh "$work/data-million" | cut -f1)
  for ((i = 0; i < starts; i++)); do
    million=$(serve million "$work/million")
    note "start of a million" "$(cat "$work/million.ms")"
    [ $((i + 1)) = "$starts" ] || stop_service million
  done
  wait_for_folder million
  row "start with $(thousands $((feeds * 10 * copies))) articles stored, heap ≤ 512 MB" "≤" "3 s" "$(seconds_of "$(median "start of a million")") s" "median of $starts: $(listed "start of a million") ms; store of $size; resident afterwards $(memory million VmRSS) MB"
  many=http://127.0.0.1:$million/feeds/feed-7.atom
  port=$(serve small "$work/small")
  feed=http://127.0.0.1:$port/feeds/feed-0.atom
  warm "$feed"
  warm "$many"
  for ((round = 1; round <= rounds; round++)); do
    say "Polls at 20 articles and at a million, round $round of $rounds"
    note "few 200" "$(wrk_gzip "$feed" "$seconds")"
    note "many 200" "$(wrk_gzip "$many" "$seconds")"
    note "few 304" "$(wrk_same "$feed" "$(tag_of "$feed")" "$seconds")"
    note "many 304" "$(wrk_same "$many" "$(tag_of "$many")" "$seconds")"
  done
  row "200 at a million articles ÷ at 20" "≥" 0.9 "$(ratio "$(median "many 200")" "$(median "few 200")")" "all polls of one feed"
  row "304 at a million articles ÷ at 20" "≥" 0.9 "$(ratio "$(median "many 304")" "$(median "few 304")")" "all polls of one feed"
  generate spare "$work/spare-million" 300000 "$publications"
  read -r p50 p99 longest < <(client publish "$million" "$work/million" feed-7 "$work/spare-million" "$publications")
  row "publication in the folder → first poll, p99, at a million articles" "≤" "500 ms" "$p99 ms" "median $p50 ms, longest $longest ms"
  stop_service small
  stop_service million
  rm -rf "$work/million" "$work/data-million"
fi

if wants load; then
  say "First load of $(thousands "$files") files"
  generate folder "$work/files" 100 $((files / 100))
  begin=$(date +%s%N)
  serve files "$work/files" >/dev/null
  wait_for_folder files
  took=$((($(date +%s%N) - begin) / 1000000))
  row "first load of $(thousands "$files") Markdown files, with progress" "≤" "60 s" "$(seconds_of $took) s" "process start included; $(grep -c 'Reading the folder' "$work/files.log") lines of progress; at most $(memory files VmHWM) MB resident"
  stop_service files
fi

report

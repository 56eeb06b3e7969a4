#!/usr/bin/env bash
# Measures publishing through the API, prints it and writes it to benchmarks/RESULTS-api.md.
#
#   benchmarks/api.sh              builds, and measures
#   benchmarks/api.sh --no-build   measures target/feedwright as it is
#
# COUNT=500 articles one by one, ROUNDS=5 rounds of SECONDS_EACH=4, WARMUP=10 seconds and BATCH=50 articles in a batch may be
# set. PostgreSQL is that of the system, with its usual settings: a commit is on the disk.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

count=${COUNT:-500} rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-4} warmup=${WARMUP:-10} batch=${BATCH:-50}
clients=8
need wrk wrk
need curl curl
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || need initdb postgresql
package_unless_told "$@"

# Compiled once: otherwise each run would take processor time from what is measured beside it.
"${java%java}javac" -d "$work/programs" benchmarks/Publish.java benchmarks/Http.java benchmarks/Latencies.java
publish() { "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp "$work/programs" Publish "$@"; }

token() { # NAME: an administrator's token for the service of this name
  # shellcheck disable=SC2086
  target/feedwright/feedwright token new benchmark --admin --feedwright.data="$work/data-$1" ${more_settings:-} | tail -1
}

# Runs something as a user whom PostgreSQL's programs accept.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() { # prints the address of an empty database
  local bin port directory=$work/postgres
  bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)
  port=$(free_port)
  mkdir "$directory"
  [ "$(id -u)" != 0 ] || chown postgres "$directory"
  as_postgres "$bin/initdb" -D "$directory/data" -A trust -U feedwright -E UTF8 >"$work/initdb.log"
  as_postgres "$bin/pg_ctl" -D "$directory/data" -w -l "$directory/log" \
    -o "-p $port -k $directory -c listen_addresses=127.0.0.1" start >"$work/pg_ctl.log"
  head -1 "$directory/data/postmaster.pid" >"$work/postgres.pid"
  echo "jdbc:postgresql://127.0.0.1:$port/postgres?user=feedwright"
}

# Polls of a feed with the tag of its last state; prints answers a second.
poll_same() { wrk_same "$1" "$(tag_of "$1")" "$seconds"; } # URL

# Polls, quietly and while something else publishes, in turns.
polls_beside() { # KEY URL COMMAND…
  local key=$1 url=$2 round
  shift 2
  for ((round = 1; round <= rounds; round++)); do
    say "Polls $key, round $round of $rounds"
    note "$key: quiet" "$(poll_same "$url")"
    "$@" >"$work/beside" &
    pids[beside]=$!
    sleep 1.5
    note "$key: meanwhile" "$(poll_same "$url")"
    wait "${pids[beside]}"
    unset 'pids[beside]'
    note "$key: published" "$(cat "$work/beside")"
  done
}

generate folder "$work/small" 2 20
port=$(serve small "$work/small")
wait_for_folder small
token=$(token small)
feed=http://127.0.0.1:$port/feeds/feed-0.atom
document=$(curl -s "$feed" | wc -c)
say "One by one, on SQLite"
read -r put50 put99 put100 poll50 poll99 poll100 < <(publish latency "$port" "$token" feed-0 "$count")
row "PUT → first poll that shows it, p99, SQLite" "≤" "20 ms" "$poll99 ms" "median $poll50 ms, longest $poll100 ms, $count times"
row "of that, the PUT until it is answered, p99" "≤" "20 ms" "$put99 ms" "median $put50 ms, longest $put100 ms"

warm "$feed"
export TAG_FILE=$work/tag
for ((round = 1; round <= rounds; round++)); do
  say "Polls while an article a second is published, round $round of $rounds"
  tag_of "$feed" >"$TAG_FILE"
  note "an article a second: quiet" "$(wrk_latest "$feed" "$seconds")"
  publish trickle "$port" "$token" feed-0 $((seconds + 2)) "$TAG_FILE" &
  pids[trickle]=$!
  sleep 1.5 # its own start is no part of it
  note "an article a second: meanwhile" "$(wrk_latest "$feed" "$seconds")"
  wait "${pids[trickle]}"
  unset 'pids[trickle]'
done
row "304 while an article a second is published in the polled feed ÷ quiet" "≥" 0.9 \
  "$(ratio "$(median "an article a second: meanwhile")" "$(median "an article a second: quiet")")" "SQLite, medians"
stop_service small

more_settings="--spring.datasource.url=$(start_postgres)"
generate folder "$work/many" $((clients + 1)) 20
port=$(serve many "$work/many")
wait_for_folder many
token=$(token many)
own=$(seq -s, -f 'feed-%g' 1 $clients)
say "In batches of $batch by $clients clients, on PostgreSQL"
publish batches "$port" "$token" "$own" $clients "$batch" "$warmup" 0 >/dev/null
for ((round = 1; round <= rounds; round++)); do
  note "articles a second, each client in a feed of its own" "$(publish batches "$port" "$token" "$own" $clients "$batch" "$seconds" 0)"
  note "articles a second, all in one feed" "$(publish batches "$port" "$token" feed-1 $clients "$batch" "$seconds" 0)"
done
row "articles a second, $clients clients, batches of $batch, a feed each, PostgreSQL" "≥" 500 "$(median "articles a second, each client in a feed of its own")" "medians"
row "the same, all in one feed" "≥" 500 "$(median "articles a second, all in one feed")" "medians"
other=http://127.0.0.1:$port/feeds/feed-0.atom
warm "$other"
polls_beside "500 articles a second" "$other" publish batches "$port" "$token" "$own" $clients "$batch" $((seconds + 2)) 500
row "304 while 500 articles a second are published in other feeds ÷ quiet" "≥" 0.9 \
  "$(ratio "$(median "500 articles a second: meanwhile")" "$(median "500 articles a second: quiet")")" \
  "publishers, PostgreSQL, service and wrk share the processors; published $(median "500 articles a second: published") a second"
stop_service many

{
  echo "# Results of publishing through the API"
  echo
  echo "Written by \`benchmarks/api.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load average before: $load. The polled document has $document bytes."
  echo
  echo "| figure | goal | measured | | |"
  echo "|---|---|---|---|---|"
  printf '%s\n' "${rows[@]}"
  echo
  echo "| | median | rounds |"
  echo "|---|---|---|"
  rate_rows
  if [ -r benchmarks/FINDINGS-api.md ]; then
    echo
    cat benchmarks/FINDINGS-api.md
  fi
} | tee "$work/RESULTS-api.md"
cp "$work/RESULTS-api.md" benchmarks/RESULTS-api.md

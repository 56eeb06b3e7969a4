#!/usr/bin/env bash
# Measures what polls cost as they really come, in processor time beside nginx and beside the least that Jetty takes
# (BareJetty.java), prints it and writes it to benchmarks/RESULTS-polls.md.
#
#   benchmarks/polls.sh              builds, and measures
#   benchmarks/polls.sh --no-build   measures target/feedwright as it is
#
# ROUNDS=5 SECONDS_EACH=4 WARMUP=20 CONNECTIONS=32 may be set. As root it prefers the servers to their client.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-4} warmup=${WARMUP:-20}
need nginx nginx-light
need wrk wrk
need curl curl
package_unless_told "$@"

# With Feedwright's own memory and collector.
serve_by_bare_jetty() { # FIELDS DOCUMENT
  local port
  port=$(free_port)
  "$java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Xmx512m -Xmn48m \
    -cp 'target/feedwright/lib/*' benchmarks/BareJetty.java "$port" "$1" "$2" >"$work/bare.log" 2>&1 &
  echo $! >"$work/bare.pid"
  curl -sf --retry 50 --retry-delay 1 --retry-connrefused -o /dev/null "http://127.0.0.1:$port/" || { cat "$work/bare.log" >&2; exit 1; }
  echo "$port"
}

generate folder "$work/small" 1 20
url=http://127.0.0.1:$(serve small "$work/small")/feeds/feed-0.atom
wait_for_folder small
curl -sf -D "$work/fields.bare" -H 'Accept-Encoding: gzip' "$url" -o "$work/feed.atom.gz"
curl -sf "$url" -o "$work/feed.atom"
nginx_url=http://127.0.0.1:$(serve_by_nginx 1)/feed.atom
bare_url=http://127.0.0.1:$(serve_by_bare_jetty "$work/fields.bare" "$work/feed.atom.gz")/feed.atom
service=$(cat "$work/small.pid")
bare=$(cat "$work/bare.pid")
worker=$(pgrep -P "$(cat "$work/nginx-1.pid")")
renice -n -10 "$service" "$bare" "$worker" >/dev/null 2>&1 || true
for thread in /proc/"$service"/task/* /proc/"$bare"/task/*; do
  renice -n -10 "${thread##*/}" >/dev/null 2>&1 || true
done

ways="kept new whole"
say "Warming up"
for way in $ways $ways; do
  cost "$way" "$url" "$warmup" "$service" >/dev/null
  cost "$way" "$bare_url" "$warmup" "$bare" >/dev/null
done
for ((round = 1; round <= rounds; round++)); do
  say "Round $round of $rounds"
  for way in $ways; do
    note "feedwright $way" "$(cost "$way" "$url" "$seconds" "$service")"
    note "nginx $way" "$(cost "$way" "$nginx_url" "$seconds" "$worker")"
    note "bare $way" "$(cost "$way" "$bare_url" "$seconds" "$bare")"
  done
done

declare -A names=([kept]="304, kept connections" [new]="304, a new connection each" [whole]="200, a new connection each")
declare -A goals=([kept]=1.3 [new]=2.3 [whole]=2.3)
{
  echo "# What a poll costs"
  echo
  echo "Written by \`benchmarks/polls.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before and after: $load, $(cut -d' ' -f1 /proc/loadavg). $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nginx -v 2>&1 | sed 's/.*: //'), $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
  echo
  echo "User and system time of the server ÷ polls, in microseconds. A thousand readers with header fields of their own,"
  echo "each request from another address (\`X-Forwarded-For\`), over $connections connections at a time; $rounds rounds of"
  echo "$seconds s in which the servers take turns; medians. nginx has one worker. Bare Jetty is a handler that sends the"
  echo "same fields and bytes whatever is asked, with Feedwright's settings of Jetty and Java."
  echo
  echo "| polls | Feedwright | nginx | ratio | goal | | bare Jetty | Feedwright's rounds | nginx's rounds | bare Jetty's |"
  echo "|---|---:|---:|---:|---:|---|---:|---|---|---|"
  for way in $ways; do
    ratio=$(ratio "$(median "feedwright $way")" "$(median "nginx $way")")
    reached=$(awk -v r="$ratio" -v g="${goals[$way]}" 'BEGIN { print (r <= g ? "reached" : "**not reached**") }')
    echo "| ${names[$way]} | $(median "feedwright $way") | $(median "nginx $way") | $ratio | ≤ ${goals[$way]} | $reached | $(median "bare $way") | $(listed "feedwright $way") | $(listed "nginx $way") | $(listed "bare $way") |"
  done
} | tee benchmarks/RESULTS-polls.md

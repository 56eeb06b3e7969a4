# What the benchmarks are made of.

work=$(mktemp -d "${TMPDIR:-/tmp}/feedwright-benchmark.XXXXXX")
chmod 755 "$work" # nginx reads as nobody
declare -A pids
rows=()

cleanup() {
  for name in "${!pids[@]}"; do
    kill "${pids[$name]}" 2>/dev/null || true
  done
  for pid in "$work"/*.pid; do
    [ ! -s "$pid" ] || kill "$(cat "$pid")" 2>/dev/null || true
  done
  wait 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

say() { echo "[$(date +%H:%M:%S)] $*" >&2; }

need() {
  command -v "$1" >/dev/null && return
  say "Installing $2"
  apt-get install -y "$2" >"$work/apt.log" 2>&1 || { say "$1 is needed: install $2"; exit 1; }
}

# Prints how the script is used, as it says at its beginning, and ends.
usage() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
  exit 2
}

package() {
  say "Building"
  ./mvnw -B -q package -Dmaven.test.skip=true >"$work/build.log" 2>&1 || { tail -40 "$work/build.log"; exit 1; }
}

package_unless_told() { # [--no-build]
  case ${1:-} in
    '') package ;;
    --no-build) ;;
    *) usage ;;
  esac
}

# The Java that the launcher takes.
for candidate in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*; do
  if [ -r "$candidate/release" ] && [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")" -ge 25 ]; then
    java=$candidate/bin/java
    export JAVA_HOME=$candidate
    break
  fi
done
[ -n "${java:-}" ] || { echo "JDK 25 is needed: set JAVA_HOME" >&2; exit 1; }

generate() { "$java" benchmarks/Generate.java "$@"; }
client() { "$java" benchmarks/Client.java "$@"; }

free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo $port
      return
    fi
  done
}

settings() { # PORT NAME FOLDER
  echo "--server.address=127.0.0.1 --server.port=$1 --management.server.port=${management_port:-0} --feedwright.base-url=http://localhost:$1"
  echo "--feedwright.data=$work/data-$2 --feedwright.folder=$3 ${more_settings:-}"
}

# Starts the packaged service on a folder, waits for feed-0, prints the port, leaves the time in NAME.ms and the processor time
# until then in NAME.busy.
serve() { # NAME FOLDER
  local port ms pid busy
  port=$(free_port)
  # shellcheck disable=SC2046
  read -r ms pid busy < <(client start "$work/$1.log" "$port" /feeds/feed-0.atom target/feedwright/feedwright $(settings "$port" "$1" "$2"))
  [ -n "${pid:-}" ] || { cat "$work/$1.log" >&2; exit 1; }
  echo "$ms" >"$work/$1.ms"
  echo "$busy" >"$work/$1.busy"
  echo "$pid" >"$work/$1.pid"
  echo "$port"
}

commit() { # COUNT NAME FOLDER
  # shellcheck disable=SC2046
  "$java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -cp 'target/feedwright/feedwright.jar:target/feedwright/lib/*' benchmarks/Commit.java \
    "$1" feed-0 $(settings 0 commit "$3") --logging.level.root=error 2>"$work/commit.log" | tail -1
}

stop() {
  kill "$1" 2>/dev/null || true
  while kill -0 "$1" 2>/dev/null; do sleep 0.05; done
}

stop_service() { # NAME
  stop "$(cat "$work/$1.pid")"
  rm "$work/$1.pid"
}

# Until the first look at the folder is over.
wait_for_folder() { # NAME
  while ! grep -q 'It publishes' "$work/$1.log"; do sleep 0.05; done
}

# Until the folder has stored what was moved into it.
wait_for_quiet() { sleep 1; }

memory() { # NAME FIELD
  awk -v field="$2:" '$1 == field { printf "%.0f", $2 / 1024 }' "/proc/$(cat "$work/$1.pid")/status"
}

serve_by_nginx() { # WORKERS
  local port directory=$work/nginx-$1
  port=$(free_port)
  mkdir -p "$directory"
  cp "$work/feed.atom" "$work/feed.atom.gz" "$directory"
  touch -d '2026-06-01 12:00' "$directory"/feed.atom*
  sed -e "s|@workers@|$1|; s|@port@|$port|; s|@directory@|$directory|" benchmarks/nginx.conf >"$directory/nginx.conf"
  nginx -p "$directory" -c "$directory/nginx.conf" -e "$directory/error.log"
  cp "$directory/nginx.pid" "$work/nginx-$1.pid"
  echo "$port"
}

tag_of() { curl -sf -D- -o /dev/null -H 'Accept-Encoding: gzip' "$1" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'; }

# One thread, 32 connections that are kept; prints requests per second, and stops everything at a wrong answer.
requests_per_second() {
  if grep -Eq 'Non-2xx|Socket errors' "$1"; then
    cat "$1" >&2
    kill $$
  fi
  sed -n 's/^Requests\/sec: *//p' "$1"
}
wrk_gzip() { # URL SECONDS
  wrk -t1 -c32 -d"$2s" -H 'Accept-Encoding: gzip' "$1" >"$work/wrk.out"
  requests_per_second "$work/wrk.out"
}
wrk_same() { # URL TAG SECONDS
  wrk -t1 -c32 -d"$3s" -H 'Accept-Encoding: gzip' -H "If-None-Match: $2" "$1" >"$work/wrk.out"
  requests_per_second "$work/wrk.out"
}
wrk_latest() { # URL SECONDS
  wrk -t1 -c32 -d"$2s" -s benchmarks/latest-tag.lua "$1" >"$work/wrk.out"
  requests_per_second "$work/wrk.out"
}

connections=${CONNECTIONS:-32}

# Clock ticks that processes have taken so far, in user and system time.
ticks() { # PID…
  local pid sum=0 fields
  for pid; do
    read -ra fields <<<"$(sed 's/.*) //' "/proc/$pid/stat")"
    sum=$((sum + fields[11] + fields[12]))
  done
  echo $sum
}

field() { sed -n "s/^$1: //Ip" "$work/fields"; } # NAME

# The processor time of a poll, in microseconds, as readers and proxies send them (readers.lua).
cost() { # WAY URL SECONDS PID…
  local way=$1 url=$2 duration=$3 before polls
  shift 3
  curl -sf -D- -o /dev/null -H 'Accept-Encoding: gzip' "$url" | tr -d '\r' >"$work/fields"
  before=$(ticks "$@")
  TAG=$([ "$way" = whole ] || field ETag) MODIFIED=$(field Last-Modified) CLOSE=$([ "$way" = kept ] || echo 1) \
    nice -n 10 wrk -t1 -c"$connections" -d"${duration}s" -s benchmarks/readers.lua "$url" >"$work/wrk.out"
  requests_per_second "$work/wrk.out" >/dev/null # ends everything at a wrong answer
  polls=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' "$work/wrk.out")
  awk -v ticks=$(($(ticks "$@") - before)) -v hertz="$(getconf CLK_TCK)" -v polls="$polls" \
    'BEGIN { printf "%.1f", ticks / hertz * 1e6 / polls }'
}

# Until Java has compiled what polls take.
warm() { # URL
  wrk_gzip "$1" "$warmup" >/dev/null
  wrk_same "$1" "$(tag_of "$1")" "$warmup" >/dev/null
}

# Moves a file a second into a feed, and leaves the new tag in a file as soon as a poll shows it: a reader gets a
# whole document once, and then has the new tag.
publish_every_second() { # SPARE FEED URL TAGFILE
  (
    while sleep 1; do
      file=$(find "$1" -name '*.md' -print -quit)
      [ -n "$file" ] || exit 0
      mv "$file" "$2/"
      for ((try = 0; try < 50; try++)); do
        tag_of "$3" >"$4.new"
        ! cmp -s "$4.new" "$4" || { sleep 0.02; continue; }
        mv "$4.new" "$4"
        break
      done
    done
  ) &
  publisher=$!
  pids[publisher]=$publisher
}

note() { echo "$2" >>"$work/note.${1// /_}"; } # KEY VALUE
listed() { paste -sd' ' "$work/note.${1// /_}"; }
median() { sort -n "$work/note.${1// /_}" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
max() { awk -v a="$1" -v b="$2" 'BEGIN { print (a > b ? a : b) }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }
seconds_of() { awk -v ms="$1" 'BEGIN { printf "%.2f", ms / 1000 }'; }
thousands() { printf "%d" "$1" | sed -e ':a' -e 's/\([0-9]\)\([0-9]\{3\}\)\(,\|$\)/\1,\2\3/;ta'; }

row() { # FIGURE RELATION GOAL VALUE [REMARK]
  local reached
  reached=$(awk -v r="$2" -v g="$3" -v v="$4" 'BEGIN { print (r == "≥" ? v + 0 >= g + 0 : v + 0 <= g + 0) ? "reached" : "**not reached**" }')
  rows+=("| $1 | $2 $3 | $4 | $reached | ${5:-} |")
  say "$1: $4 (goal $2 $3, $reached) ${5:-}"
}

rate_rows() {
  local file
  for file in "$work"/note.*; do
    case $file in
      *start*) ;;
      *) echo "| $(basename "$file" | sed 's/note.//; s/_/ /g') | $(median "$(basename "$file" | sed 's/note.//; s/_/ /g')") | $(paste -sd' ' "$file") |" ;;
    esac
  done
}

report() {
  {
    echo "# Results"
    echo
    echo "Written by \`benchmarks/run.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before: $load."
    echo
    echo "$(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo) GiB, Linux $(uname -r), $(nginx -v 2>&1 | sed 's/.*: //'), wrk $(wrk -v 2>&1 | awk 'NR == 1 { print $2 }'), $("$java" -version 2>&1 | sed -n '2s/ (.*//p') $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
    echo
    echo "The document is Atom: ${document}. wrk runs with one thread and 32 connections, $rounds alternating rounds of $seconds s; medians. nginx is the better of one worker and two."
    echo
    echo "| figure | goal | measured | | |"
    echo "|---|---|---|---|---|"
    printf '%s\n' "${rows[@]}"
    if compgen -G "$work/note.*" >/dev/null; then
      echo
      echo "Requests per second:"
      echo
      echo "| | median | rounds |"
      echo "|---|---|---|"
      rate_rows
    fi
    if [ -r benchmarks/FINDINGS.md ]; then
      echo
      cat benchmarks/FINDINGS.md
    fi
  } >"$work/RESULTS.md"
  if [ "$quick" = true ]; then
    cat "$work/RESULTS.md"
  else
    cp "$work/RESULTS.md" benchmarks/RESULTS.md
    cat benchmarks/RESULTS.md
  fi
}

load=$(cut -d' ' -f1 /proc/loadavg)

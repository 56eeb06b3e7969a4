#!/usr/bin/env bash
# Whether a change of the code changes nothing for readers: exports a publisher's folder with another revision and
# with the working tree, and compares every file; then asks both services for every address of the export.
#
#   benchmarks/same.sh REVISION [ARTICLES]
#
# Prints what differs, and exits 1 if anything does.
set -euo pipefail
cd "$(dirname "$0")/.."
revision=${1:?"which revision is to be compared with the working tree?"}
articles=${2:-2000}
quick=true
. benchmarks/lib.sh

build() { # DIRECTORY
  (cd "$1" && ./mvnw -q -B -ntp -Dmaven.test.skip=true -DskipRehearsal=true package >"$work/build.log" 2>&1) || {
    tail -30 "$work/build.log" >&2
    exit 1
  }
}

say "Building $revision and the working tree"
git worktree add -q --detach "$work/before" "$revision"
trap 'git worktree remove --force "$work/before" 2>/dev/null; cleanup' EXIT
build "$work/before"
build .
cp "$work/before/target/feedwright.jar" "$work/before.jar"
cp target/feedwright.jar "$work/after.jar"

say "Generating $articles articles"
generate publisher "$work/feeds" "$articles"

run() { # NAME PORT ARGUMENTS
  local name=$1 port=$2
  shift 2
  "$java" --enable-native-access=ALL-UNNAMED -jar "$work/$name.jar" "$@" --feedwright.base-url=https://feeds.example.org \
    --feedwright.folder="$work/feeds" --feedwright.data="$work/data-$name" --server.port="$port" \
    --management.server.port=0 --server.address=127.0.0.1
}

for name in before after; do
  say "Exporting with the program $name"
  run "$name" 0 export "$work/export-$name" --codings=none 2>"$work/export-$name.log" || { cat "$work/export-$name.log" >&2; exit 1; }
done

answers() { # NAME: a line for each address: its status and what came
  local port
  port=$(free_port)
  run "$1" "$port" >"$work/$1.log" 2>&1 &
  pids[$1]=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/feeds/all.atom"; do sleep 0.2; done
  "$java" benchmarks/Same.java "$port" "$work/export-before" >"$work/answers-$1"
  kill "${pids[$1]}"
  wait "${pids[$1]}" 2>/dev/null || true
  unset "pids[$1]"
}

for name in before after; do
  say "Asking the service $name"
  answers "$name"
done

status=0
diff -rq "$work/export-before" "$work/export-after" >"$work/differences" || status=1
diff "$work/answers-before" "$work/answers-after" >>"$work/differences" || status=1
head -50 "$work/differences"
echo "$(find "$work/export-before" -type f | wc -l) files and $(wc -l <"$work/answers-before") answers compared, $(wc -l <"$work/differences") lines differ"
exit $status

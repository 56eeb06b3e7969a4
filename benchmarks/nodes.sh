#!/usr/bin/env bash
# Two nodes on one PostgreSQL: how soon one serves what the other publishes, and what is left when one after the other is
# killed. PUBLICATIONS, KILLS and SEED in the environment change what is done; with --quick it is little, and nothing is
# written.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

quick=false
[ "${1:-}" != --quick ] || quick=true
publications=${PUBLICATIONS:-$([ $quick = true ] && echo 100 || echo 1000)}
kills=${KILLS:-$([ $quick = true ] && echo 5 || echo 100)}

say "Compiling"
./mvnw -B -q test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath"
say "$publications publications, $kills kills"
"$java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:$(cat "$work/classpath")" \
  org.feedwright.testing.NodesBenchmark "$publications" "$kills" ${SEED:+"$SEED"} 2>"$work/nodes.log" | grep '^|' >"$work/rows" \
  || { tail -50 "$work/nodes.log" >&2; exit 1; }
{
  echo "# Results of two nodes"
  echo
  echo "Written by \`benchmarks/nodes.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD), $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load average before: $load."
  echo
  echo "| | |"
  echo "|---|---|"
  cat "$work/rows"
} >"$work/RESULTS-nodes.md"
[ $quick = true ] || cp "$work/RESULTS-nodes.md" benchmarks/RESULTS-nodes.md
cat "$work/RESULTS-nodes.md"

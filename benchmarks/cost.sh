#!/usr/bin/env bash
# Reads texts that are made to be slow, each in doubling sizes, prints what they cost and writes it to
# benchmarks/RESULTS-cost.md: time that grows linearly doubles.
#
#   benchmarks/cost.sh               builds, and measures
#   benchmarks/cost.sh --no-build    measures target/feedwright as it is
#
# CLASSES=DIR benchmarks/cost.sh --no-build … measures the classes that lie there instead of those of the jar.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

package_unless_told "$@"

# With the service's own memory and collector.
"$java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp "${CLASSES:+$CLASSES:}target/feedwright/feedwright.jar:target/feedwright/lib/*" benchmarks/Cost.java "$work/cost" | tee "$work/table.md"

{
  echo "# What a file may cost"
  echo
  echo "Written by \`benchmarks/cost.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before: $load. $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
  echo
  echo "Each text is read as \`feedwright check\` does; the processor time of the reading threads, the less of two readings."
  echo "\"Each doubling\" is the mean factor by which it grew, without what an empty file takes: ×2.0 is linear, more than ×2.5"
  echo "is bold. In brackets: refused, as it is too much of something. A file that takes more than"
  echo "\`feedwright.authoring.max-reading-time\` (2 s) is given up. Reported is what an author is told of the largest."
  echo
  cat "$work/table.md"
} >benchmarks/RESULTS-cost.md

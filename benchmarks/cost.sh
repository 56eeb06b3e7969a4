#!/usr/bin/env bash
# Reads texts that are made to be slow, each in doubling sizes, prints what they cost and writes it to
# benchmarks/RESULTS-cost.md: time that grows linearly doubles.
#
#   benchmarks/cost.sh               builds, and measures
#   benchmarks/cost.sh --no-build    measures target/feedwright as it is
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

case ${1:-} in
  '')
    say "Building"
    ./mvnw -B -q package -Dmaven.test.skip=true >"$work/build.log" 2>&1 || { tail -40 "$work/build.log"; exit 1; }
    ;;
  --no-build) ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac

# With the service's own memory and collector.
"$java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp "target/feedwright/feedwright.jar:target/feedwright/lib/*" benchmarks/Cost.java "$work/cost" | tee "$work/table.md"

{
  echo "# What a file may cost"
  echo
  echo "Made by \`benchmarks/cost.sh\` on $(date +%Y-%m-%d), $(nproc) processors, $("$java" -version 2>&1 | head -1): each text read as"
  echo "\`feedwright check\` does. A file that takes more than \`feedwright.authoring.max-reading-time\` is given up."
  echo
  cat "$work/table.md"
} >benchmarks/RESULTS-cost.md

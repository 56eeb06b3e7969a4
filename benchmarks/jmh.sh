#!/bin/sh
# Measures with JMH what rendering a document and deciding a poll cost: benchmarks/jmh.sh [JMH's options, in JMH_OPTS]
#
# Maven compiles the benchmarks and calls this script again with their class path.
set -eu
cd "$(dirname "$0")/.."
if [ $# -eq 0 ]; then
  exec ./mvnw -B -q process-test-classes -Pjmh -Dspotless.check.skip
fi
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
"$JAVA_HOME/bin/java" benchmarks/Generate.java folder "$directory/feeds" 1 20
# shellcheck disable=SC2086 # options are words
"$JAVA_HOME/bin/java" -cp "$1" org.openjdk.jmh.Main -jvmArgs "-Djmh.directory=$directory --enable-native-access=ALL-UNNAMED" \
  ${JMH_OPTS:--f 1 -wi 3 -w 2 -i 5 -r 2}

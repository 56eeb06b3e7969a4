#!/usr/bin/env bash
# Which small changes of the code no test notices. PIT makes them one at a time (a condition turned around, a boundary
# moved, a call left out, another result) in the classes that benchmarks/mutation/subjects names, and runs the tests
# that are named there; writes benchmarks/RESULTS-mutation.md.
#
#   benchmarks/mutation.sh                  all subjects
#   benchmarks/mutation.sh article poll     only these; prints what survives, and writes nothing
#
# LIMIT=1200 gives each subject so many seconds (600 otherwise); what has not been tried by then is not counted.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

limit=${LIMIT:-600}
subjects=("$@")
[ $# -gt 0 ] || mapfile -t subjects < <(sed -n 's/^\[\(.*\)\]$/\1/p' benchmarks/mutation/subjects)

say "Compiling"
./mvnw -B -q process-test-classes dependency:build-classpath -Dmdep.includeScope=test \
  -Dmdep.outputFile="$work/product" >"$work/build.log" 2>&1 || { tail -40 "$work/build.log"; exit 1; }
./mvnw -B -q -f benchmarks/mutation/pom.xml dependency:build-classpath \
  -Dmdep.outputFile="$work/pit" >"$work/build.log" 2>&1 || { tail -40 "$work/build.log"; exit 1; }

# The names under a subject and a heading, with commas.
names() { # SUBJECT classes|tests
  awk -v subject="[$1]" -v heading="$2:" '
    /^\[/ { in_subject = $0 == subject }
    in_subject && $1 == heading { for (i = 2; i <= NF; i++) printf "%sorg.feedwright.%s", n++ ? "," : "", $i }
  ' benchmarks/mutation/subjects
}

mutate() { # SUBJECT
  timeout "$limit" "$java" -XX:+UseSerialGC \
    -cp "$(cat "$work/pit"):target/test-classes:target/classes:$(cat "$work/product")" \
    org.pitest.mutationtest.commandline.MutationCoverageReport \
    --reportDir "$work/$1" --targetClasses "$(names "$1" classes)" --targetTests "$(names "$1" tests)" \
    --sourceDirs src/main/java --outputFormats CSV --timestampedReports=false --threads 1 --timeoutConst 15000 \
    --jvmArgs=--enable-native-access=ALL-UNNAMED,-XX:+UseSerialGC,-XX:TieredStopAtLevel=1 \
    >"$work/$1.log" 2>&1
}

# Of PIT's columns the fourth names the method, the fifth the line, the sixth what became of it.
count() { cat "$work/$1/mutations.csv" 2>/dev/null | awk -F, -v what="$2" '$6 ~ what' | wc -l; }

for subject in "${subjects[@]}"; do
  [ -n "$(names "$subject" classes)" ] || { say "No subject is called $subject"; exit 2; }
  say "$subject"
  ended=
  mutate "$subject" || ended=", not ended"
  all=$(count "$subject" .) survived=$(count "$subject" SURVIVED) unseen=$(count "$subject" NO_COVERAGE)
  [ "$all" -gt 0 ] || { say "Nothing was changed: $(tail -1 "$work/$subject.log")"; rows+=("| $subject$ended | 0 | | | | |"); continue; }
  rows+=("| $subject$ended | $all | $((all - survived - unseen)) | $survived | $unseen | $(((all - survived - unseen) * 100 / all)) % |")
  awk -F, '$6 == "SURVIVED" || $6 == "NO_COVERAGE" {
    sub(/^org\.feedwright\./, "", $2); sub(/.*\./, "", $3); print "- " $2 "." $4 ", line " $5 ": " $3
  }' "$work/$subject/mutations.csv" | sort | uniq -c | sed 's/^ *1 //; s/^ *\([0-9]*\) \(.*\)/\2 (\1 times)/' >"$work/$subject.alive"
done

report() {
  echo "| subject | changes | noticed | survived | in no test's way | noticed |"
  echo "|---|---:|---:|---:|---:|---:|"
  printf '%s\n' "${rows[@]}"
  for subject in "${subjects[@]}"; do
    [ ! -s "$work/$subject.alive" ] || printf '\n**%s**\n\n%s\n' "$subject" "$(cat "$work/$subject.alive")"
  done
}

if [ $# -gt 0 ]; then
  report
else
  {
    echo "# What the tests notice"
    echo
    echo "Measured by \`benchmarks/mutation.sh\` on $(date -u +%F); README says how."
    echo
    report
    [ ! -e benchmarks/FINDINGS-mutation.md ] || { echo; cat benchmarks/FINDINGS-mutation.md; }
  } >benchmarks/RESULTS-mutation.md
fi

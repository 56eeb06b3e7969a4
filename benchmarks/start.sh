#!/usr/bin/env bash
# Measures what a start takes and whose part of it is whose: by turns a Java that starts and ends, a bare application of
# Spring Boot on Jetty, Feedwright without articles and with 10,000. All of them by the same launcher, with the same
# options and an AOT cache each. Prints it and writes it to benchmarks/RESULTS-start.md.
#
#   benchmarks/start.sh              builds, and measures
#   benchmarks/start.sh --no-build   measures target/feedwright as it is
#   OTHER=/path/to/feedwright benchmarks/start.sh …
#                                    measures the packaged folder of another version too, by turns with this one
#
# ROUNDS=7 ARTICLES=10000 may be set.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

rounds=${ROUNDS:-7} articles=${ARTICLES:-10000}
package_unless_told "$@"

# A folder like target/feedwright: launcher, jar, libraries, cache. What is in the jar are the classes of one file, and
# for Spring the code of its beans.
bare() { # NAME CLASS LIBRARY…
  local folder=$work/$1 class=$2 classes=$work/$1-classes
  shift 2
  mkdir -p "$folder/lib" "$classes"
  [ $# = 0 ] || cp "$@" "$folder/lib"
  "$JAVA_HOME/bin/javac" -parameters -cp "$folder/lib/*" -d "$classes" "benchmarks/$class.java"
  [ $# = 0 ] || generate_beans "$folder" "$class" "$classes"
  {
    echo "Main-Class: bare.$class"
    [ $# = 0 ] || (cd "$folder" && printf 'Class-Path: \n' && printf '  %s \n' lib/*.jar)
  } >"$work/manifest"
  "$JAVA_HOME/bin/jar" --create --file "$folder/feedwright.jar" --manifest "$work/manifest" -C "$classes" .
  cp src/main/sh/feedwright "$folder/feedwright"
  "$folder/feedwright" rehearse >"$work/rehearsal.log" 2>&1 || { cat "$work/rehearsal.log" >&2; exit 1; }
}

generate_beans() { # FOLDER CLASS CLASSES
  "$java" -cp "$3:$1/lib/*" org.springframework.boot.SpringApplicationAotProcessor "bare.$2" \
    "$work/beans/sources" "$work/beans/resources" "$work/beans/classes" bare bare >"$work/beans.log" 2>&1 ||
    { cat "$work/beans.log" >&2; exit 1; }
  find "$work/beans/sources" -name '*.java' >"$work/beans/list"
  "$JAVA_HOME/bin/javac" -nowarn -parameters -proc:none -cp "$3:$1/lib/*" -d "$3" "@$work/beans/list"
  cp -R "$work/beans/resources/." "$work/beans/classes/." "$3" 2>/dev/null || true
}

# What spring-boot-starter-webmvc and spring-boot-starter-jetty bring, of the very files that Feedwright has.
spring_libraries() {
  (
    cd target/feedwright/lib
    ls -d spring-{aop,beans,context,core,expression,web,webmvc}-[0-9]* \
      spring-boot-[0-9]* spring-boot-{autoconfigure,http-converter,jackson,jetty,servlet,web-server,webmvc}-[0-9]* \
      jetty-{ee-webapp,ee11-servlet,ee11-webapp,http,io,security,server,session,util,xml}-[0-9]* jackson-* \
      logback-* slf4j-api-* jul-to-slf4j-* log4j-* commons-logging-* snakeyaml-2* jakarta.* jspecify-* \
      micrometer-{commons,observation}-* tomcat-embed-el-*
  ) | sed 's|^|target/feedwright/lib/|'
}

# Notes milliseconds and those of processor time (user and system) until the first byte of a feed.
note_start() { # NAME PORT LAUNCHER SETTING…
  local name=$1 port=$2 ms pid busy
  shift 2
  read -r ms pid busy < <(client start "$work/$name.log" "$port" /feeds/feed-0.atom "$@")
  [ -n "${pid:-}" ] || { cat "$work/$name.log" >&2; exit 1; }
  echo "$pid" >"$work/$name.pid"
  note "$name clock" "$ms"
  note "$name busy" "$busy"
  stop_service "$name"
}

note_java() {
  local TIMEFORMAT='%R %U %S' real user system
  sleep 1 # as Client.java does
  read -r real user system < <({ time "$work/java/feedwright" >/dev/null; } 2>&1)
  note "java clock" "$(awk -v s="$real" 'BEGIN { printf "%d", s * 1000 }')"
  note "java busy" "$(awk -v u="$user" -v s="$system" 'BEGIN { printf "%d", (u + s) * 1000 }')"
}

note_spring() {
  local port
  port=$(free_port)
  note_start spring "$port" "$work/spring/feedwright" --server.address=127.0.0.1 --server.port="$port"
}

note_feedwright() { # NAME FOLDER LAUNCHER
  local port
  port=$(free_port)
  # shellcheck disable=SC2046
  note_start "$1" "$port" "$3" $(settings "$port" "$1" "$2")
}

# So that the articles are stored.
fill() { # NAME FOLDER LAUNCHER
  local port pid
  port=$(free_port)
  # shellcheck disable=SC2046
  read -r _ pid _ < <(client start "$work/$1.log" "$port" /feeds/feed-0.atom "$3" $(settings "$port" "$1" "$2"))
  echo "$pid" >"$work/$1.pid"
  wait_for_folder "$1"
  stop_service "$1"
}

say "Bare applications"
bare java BareJava
mapfile -t libraries < <(spring_libraries)
bare spring BareSpring "${libraries[@]}"

say "Stores"
generate folder "$work/feeds-empty" 1 0
generate folder "$work/feeds-stored" 10 $((articles / 10))
here=$PWD/target/feedwright/feedwright
names="java spring empty stored"
fill empty "$work/feeds-empty" "$here"
fill stored "$work/feeds-stored" "$here"
if [ -n "${OTHER:-}" ]; then
  names="$names other"
  fill other "$work/feeds-stored" "$OTHER/feedwright"
fi

for ((round = 1; round <= rounds; round++)); do
  say "Round $round of $rounds"
  note_java
  note_spring
  note_feedwright empty "$work/feeds-empty" "$here"
  note_feedwright stored "$work/feeds-stored" "$here"
  [ -z "${OTHER:-}" ] || note_feedwright other "$work/feeds-stored" "$OTHER/feedwright"
done

declare -A titles=([java]="Java alone, until it ends" [spring]="Spring Boot on Jetty, one controller"
  [empty]="Feedwright, a feed without articles" [stored]="Feedwright, $(thousands "$articles") articles"
  [other]="another version of it, $(thousands "$articles") articles")
{
  echo "# What a start takes"
  echo
  echo "Written by \`benchmarks/start.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before and after: $load, $(cut -d' ' -f1 /proc/loadavg). $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")."
  echo
  echo "From the start of the launcher to the first byte of a feed, in milliseconds; processor time is user and system time of"
  echo "the process until then. $rounds rounds in which all take turns; medians. All are started by the same launcher, with the"
  echo "same options for Java and an AOT cache of their own, and read the same libraries."
  echo
  echo "| what is started | clock | processor time | clock in each round | processor time |"
  echo "|---|---:|---:|---|---|"
  for name in $names; do
    echo "| ${titles[$name]} | $(median "$name clock") | $(median "$name busy") | $(listed "$name clock") | $(listed "$name busy") |"
  done
} | if [ -n "${OTHER:-}" ]; then cat; else tee benchmarks/RESULTS-start.md; fi

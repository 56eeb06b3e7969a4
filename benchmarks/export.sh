#!/usr/bin/env bash
# Makes a site of the same articles with `export` and with Hugo, prints the figures and writes them to
# benchmarks/RESULTS-export.md.
#
#   benchmarks/export.sh             100,000 articles in 100 feeds
#   benchmarks/export.sh --quick     10,000 in 10, in a tenth of the time
#   benchmarks/export.sh --no-build …   measures target/feedwright as it is
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/lib.sh

quick=false build=true
for argument in "$@"; do
  case $argument in
    --quick) quick=true ;;
    --no-build) build=false ;;
    *) usage ;;
  esac
done
feeds=100
! $quick || feeds=10
articles=$((feeds * 1000))

need hugo hugo
need brotli brotli
! $build || package

# Prints the seconds that a command took and the processor's seconds; what it says goes to a file.
timed() { # LOG COMMAND…
  local log=$1 TIMEFORMAT='%R %U %S'
  shift
  { time "$@" >"$log" 2>&1; } 2>"$log.time" || { tail -20 "$log" >&2; exit 1; }
  awk '{ printf "%.1f %.1f\n", $1, $2 + $3 }' "$log.time"
}
files() { find "$1" -type f | wc -l; }
size() { du -sm "$1" | cut -f1; }
sum() { echo "$@" | awk '{ for (i = 1; i <= NF; i++) s += $i; printf "%.1f\n", s }'; }
export_site() { # [DIRECTORY [OPTION…]]
  target/feedwright/feedwright export "$work/${1:-site}" "${@:2}" --feedwright.folder="$work/articles" \
    --feedwright.data="$work/data" --feedwright.base-url=https://feeds.example.org
}
hugo_site() { # CONFIGURATION
  hugo --quiet -s benchmarks/hugo --config "$1" --contentDir "$work/articles-hugo" -d "$work/hugo" --cacheDir "$work/cache" \
    --ignoreCache --noBuildLock
}
compressed() { # COMMAND…: all files of Hugo's, on all processors
  find "$work/hugo" -type f ! -name '*.gz' ! -name '*.br' -print0 | xargs -0 -n 100 -P "$(nproc)" "$@"
}
# Deleting is not over when rm is: what is written meanwhile waits for it.
remove() { rm -rf "$@"; sync; sleep 10; }

say "$(thousands "$articles") articles in $feeds feeds"
generate topics "$work/articles" "$feeds" 1000
cp -al "$work/articles" "$work/articles-hugo"
for feed in "$work"/articles-hugo/*/; do
  printf -- '---\ntitle: "%s"\n---\n' "$(basename "$feed")" >"$feed/_index.md"
done

say "Hugo"
read -r hugo hugo_cpu < <(timed "$work/hugo.log" hugo_site hugo.toml)
say "Hugo took $hugo s"
hugo_files=$(files "$work/hugo") hugo_size=$(size "$work/hugo")
remove "$work/hugo"
say "Hugo, feeds of all articles in four formats"
read -r whole whole_cpu < <(timed "$work/hugo2.log" hugo_site hugo.toml,history.toml)
say "Hugo took $whole s; gzip and Brotli"
whole_files=$(files "$work/hugo") whole_size=$(size "$work/hugo")
read -r gzip gzip_cpu < <(timed "$work/gzip.log" compressed gzip -k -3)
read -r brotli brotli_cpu < <(timed "$work/brotli.log" compressed brotli -k -q 2)
coded=$(sum "$whole" "$gzip" "$brotli") coded_cpu=$(sum "$whole_cpu" "$gzip_cpu" "$brotli_cpu")
coded_files=$(files "$work/hugo") coded_size=$(size "$work/hugo")
remove "$work/hugo"
say "Feedwright, from an empty store"
read -r first first_cpu < <(timed "$work/export.log" export_site)
say "Feedwright took $first s"
site_files=$(files "$work/site") site_size=$(size "$work/site")
say "Feedwright, after one new article"
generate spare "$work/spare" 1 1
mv "$work"/spare/*.md "$work/articles/feed-0/"
read -r second second_cpu < <(timed "$work/export2.log" export_site)
say "$(tail -1 "$work/export2.log")"
read -r third third_cpu < <(timed "$work/export3.log" export_site)

say "Feedwright, from the full store"
read -r full full_cpu < <(timed "$work/export4.log" export_site whole)
remove "$work/whole"
say "Feedwright, from the full store, without compressed files"
read -r plain plain_cpu < <(timed "$work/export5.log" export_site plain --codings=none)
plain_files=$(files "$work/plain") plain_size=$(size "$work/plain")

{
  echo "# Export and Hugo"
  echo
  echo "Written by \`benchmarks/export.sh\` on $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes'), load average before: $load. $(nproc) × $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(hugo version | cut -d' ' -f1-2)."
  echo
  echo "$(thousands "$articles") Markdown articles of about 4 kB in $feeds feeds, each with two of ten categories and one of ten authors."
  echo
  echo "| | seconds | of processor time | files | MB |"
  echo "|---|---|---|---|---|"
  echo "| Hugo: pages, and feeds (RSS, 20 full articles) of sections, categories, authors | $hugo | $hugo_cpu | $hugo_files | $hugo_size |"
  echo "| Hugo: pages, and feeds in four formats of all articles, each feed one document | $whole | $whole_cpu | $whole_files | $whole_size |"
  echo "| \`export --codings=none\`, articles stored already: pages, feeds in four formats, all archives | $plain | $plain_cpu | $plain_files | $plain_size |"
  echo "| Hugo with feeds of all articles, and then \`gzip -3\` and \`brotli -q 2\` on all processors | $coded | $coded_cpu | $coded_files | $coded_size |"
  echo "| \`export\`, articles stored already: the same as above with gzip and Brotli | $full | $full_cpu | $site_files | $site_size |"
  echo "| \`export\`, empty store: the same | $first | $first_cpu | | |"
  echo "| \`export\` after one new article: $(sed -n 's/^Exported to [^:]*: //p' "$work/export2.log") | $second | $second_cpu | | |"
  echo "| \`export\` after nothing: $(sed -n 's/^Exported to [^:]*: //p' "$work/export3.log") | $third | $third_cpu | | |"
  echo
  echo "Lines of progress: $(grep -c -e 'Reading the folder' -e 'Exporting' "$work/export.log")."
  echo
  cat benchmarks/FINDINGS-export.md
} >"$work/RESULTS.md"
cat "$work/RESULTS.md"
cp "$work/RESULTS.md" benchmarks/RESULTS-export.md

#!/usr/bin/env bash
# Gives the project another version: version.sh 0.2.0, or version.sh 0.3.0-SNAPSHOT to go on. The chart and the page on installing name released
# versions and take it without `-SNAPSHOT`. The poms also take the time that all files of a release carry: today at midnight.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
new=${1:-}
[[ $new =~ ^[0-9]+\.[0-9]+\.[0-9]+(-SNAPSHOT)?$ ]] || {
  echo "version: \`$new\` is no version, for example 0.2.0 or 0.3.0-SNAPSHOT" >&2
  exit 2
}
old=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml)
released=${new%-SNAPSHOT} before=${old%-SNAPSHOT}
# The dots of a version are meant as dots.
old=${old//./\\.} before=${before//./\\.}

# The project's own stands two spaces deep, that of the parent four.
sed -i "s|^\(  \(  \)\{0,1\}\)<version>$old</version>$|\1<version>$new</version>|" pom.xml ./*/pom.xml
sed -i "s|\(<project.build.outputTimestamp>\).*\(</\)|\1$(date -u +%F)T00:00:00Z\2|" pom.xml
sed -i "s#\(^\|[^0-9.]\)$before\($\|[^0-9]\)#\1$released\2#g" docs/install.md
for chart in helm/*/Chart.yaml; do
  [[ -f $chart ]] || continue
  sed -i "s|^\(version: \)$before$|\1$released|; s|^\(appVersion: \"\)$before\"|\1$released\"|; s|\(/ballast:\)$before$|\1$released|" "$chart"
done

#!/usr/bin/env bash
# Pushes the image and the chart: push.sh IMAGE CHARTS COMMIT, and prints `digest=…` of the image and `chart=…` with that of the chart.
set -euo pipefail
# As for the build that is compared.
umask 022
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
image=$1 charts=$2 commit=$3
base=$(sed -n 's|.*<image.base>\(.*\)</image.base>.*|\1|p' image/pom.xml)

mvn -B -ntp -q -pl cli -am package -Dmaven.test.skip=true >&2
bash ci/release/archive.sh "$base" cli/target/ballast image/target/archive >&2
mvn -B -ntp -q -pl image -am verify -Pimage,push -Dmaven.test.skip=true "-Dimage.name=$image" "-Dimage.revision=$commit" >&2
echo "digest=$(cat image/target/jib-image.digest)"

packed=$(mktemp -d)
helm package helm/ballast --destination "$packed" >&2
# Helm says where it has put it on standard error.
pushed=$(helm push "$packed"/*.tgz "oci://$charts" 2>&1 | tee /dev/stderr | sed -n 's/^Digest: //p')
[[ $pushed == sha256:* ]]
echo "chart=$charts/ballast@$pushed"

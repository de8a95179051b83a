#!/usr/bin/env bash
# Builds a revision twice, in two places and under other settings, and compares what is released: reproducible.sh REVISION FOLDER leaves both builds
# in FOLDER. The image is compared without its class-data archive, which no Java makes twice alike.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
revision=$1 folder=$2
commit=$(git -C "$root" rev-parse --verify "$revision^{commit}")

build() {
  local place=$1
  git clone -q --no-hardlinks "$root" "$place"
  git -C "$place" checkout -q --detach "$commit"
  (cd "$place" && mvn -B -ntp -q -pl image -am package -Dmaven.test.skip=true "-Dimage.revision=$commit")
  (cd "$place" && sha256sum cli/target/ballast/ballast.jar cli/target/ballast/lib/*.jar image/target/ballast.cdx.json image/target/jib-image.digest) \
    >"$place.sha256"
}

# Jars carry the permissions of the files that they were made from.
umask 022
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# Fails where a plugin is known to build differently each time.
(cd "$root" && mvn -B -ntp -q org.apache.maven.plugins:maven-artifact-plugin:3.6.1:check-buildplan)
build "$folder/one"
TZ=Asia/Tokyo LC_ALL=C build "$folder/other place"
if ! diff -u "$folder/one.sha256" "$folder/other place.sha256"; then
  echo "reproducible: two builds of $commit differ" >&2
  exit 1
fi
echo "reproducible: $(wc -l <"$folder/one.sha256") files of two builds of $commit are the same"

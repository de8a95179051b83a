#!/usr/bin/env bash
# Makes the class-data archive of an image: archive.sh BASE DISTRIBUTION FOLDER writes FOLDER/ballast.jsa. An archive is of use only to the very
# Java that made it, for files in the very place and of the very time, so the Java of the base makes it, of files as they are in the image.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
base=$1 distribution=$2 folder=$3

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$folder" "$scratch/app" "$scratch/made"
cp -R "$distribution/ballast.jar" "$distribution/lib" "$scratch/app/"
chmod -R a+rX "$scratch"
# What Jib gives every file.
find "$scratch/app" -exec touch -d @1 {} +

docker run --rm --network none --user "$(id -u):$(id -g)" --entrypoint java \
  -v "$scratch/app:/app:ro" -v "$scratch/made:/made" -v "$root/cli/src/main/class-data-archive:/sample:ro" \
  "$base" -XX:ArchiveClassesAtExit=/made/ballast.jsa -Xlog:disable -XX:+UseSerialGC -jar /app/ballast.jar compile /sample >/dev/null
mv "$scratch/made/ballast.jsa" "$folder/"

#!/usr/bin/env bash
# Packs what a release offers beside the image: pack.sh CHECKOUT FOLDER, with a checkout that was built.
set -euo pipefail
checkout=$1 folder=$2
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$checkout/pom.xml")
time=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$checkout/pom.xml")

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# The same bytes whoever packs them.
tar --sort=name --mtime="$time" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --transform="s|^ballast|ballast-$version|" \
  -C "$checkout/cli/target" -cf - ballast/ballast.jar ballast/lib | gzip -n9 >"$folder/ballast-$version.tar.gz"
cp "$checkout/image/target/ballast.cdx.json" "$folder/"
(cd "$folder" && sha256sum -- *.tar.gz *.json >SHA256SUMS)

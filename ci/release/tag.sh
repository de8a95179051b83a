#!/usr/bin/env bash
# Fails unless a tag is the version of the project: tag.sh v0.2.0.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml)
if [[ ${1:-} != "v$version" ]]; then
  echo "tag: the tag is \`${1:-}\`, the version of the project \`$version\`; ci/release/version.sh gives it another" >&2
  exit 1
fi

/**
 * Plans to Kubernetes manifests, and those to YAML that is the same byte for byte for the same plan.
 * It may know plans, Velero's facts and Jackson. It must not know files, clusters or how findings are shown.
 */
@NullMarked
package dev.ballast.manifest;

import org.jspecify.annotations.NullMarked;

/**
 * The way to a cluster: what is read from it, kept as small as it can be, and what is written to it. It may know the Kubernetes client. It must
 * not decide anything: what to write is told to it.
 */
@NullMarked
package dev.ballast.cluster;

import org.jspecify.annotations.NullMarked;

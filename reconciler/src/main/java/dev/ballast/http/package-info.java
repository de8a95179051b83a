/**
 * What the reconciler answers over HTTP: whether it lives, whether it is ready, its metrics. It may know the JDK's server alone. It must not
 * know what any of the answers mean.
 */
@NullMarked
package dev.ballast.http;

import org.jspecify.annotations.NullMarked;

/**
 * The one way from documents to plans and findings, the same for files and for cluster objects.
 * It may know every step of the pipeline. It must not know where documents came from or where findings go.
 */
@NullMarked
package dev.ballast.compile;

import org.jspecify.annotations.NullMarked;

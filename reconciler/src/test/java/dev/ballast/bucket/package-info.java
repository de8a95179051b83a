/** Tests of what lies in buckets. */
@NullMarked
package dev.ballast.bucket;

import org.jspecify.annotations.NullMarked;

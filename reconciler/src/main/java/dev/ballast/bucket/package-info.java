/**
 * What lies in the bucket of a store, object by object summed up: a partition, so that its parts add up to the whole. It may know how Velero
 * lays out a bucket. It must not know policies or prices, nor how a bucket is reached.
 */
@NullMarked
package dev.ballast.bucket;

import org.jspecify.annotations.NullMarked;

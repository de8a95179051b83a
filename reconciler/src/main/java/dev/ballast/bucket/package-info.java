/**
 * What lies in the bucket of a store, object by object summed up: a partition, so that its parts add up to the whole. It may know how Velero
 * lays out a bucket, and how S3 lists one. It must not know policies or prices, nor write anything.
 */
@NullMarked
package dev.ballast.bucket;

import org.jspecify.annotations.NullMarked;

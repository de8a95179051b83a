/**
 * Buckets of a real S3 server, listed by Ballast. Tests may know how Velero lays out a bucket and may change one behind everybody's back. They
 * must not list it in any other way.
 */
@NullMarked
package dev.ballast.e2e.bucket;

import org.jspecify.annotations.NullMarked;

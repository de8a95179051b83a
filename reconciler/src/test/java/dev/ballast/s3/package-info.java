/** Tests of listing buckets, against a server that answers as S3 does. */
@NullMarked
package dev.ballast.s3;

import org.jspecify.annotations.NullMarked;

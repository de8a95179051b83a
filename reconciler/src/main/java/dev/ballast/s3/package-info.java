/**
 * Lists what lies in a bucket by S3, and counts it; it only ever asks for lists. It may know stores, locations and the SDK that speaks S3. It
 * must not know policies or prices, nor read a credential from anywhere but a file that it is handed or the machine it runs on.
 */
@NullMarked
package dev.ballast.s3;

import org.jspecify.annotations.NullMarked;

/**
 * What is there in a cluster, as records with only the fields that are judged, however it was read: by informers, or from exported files. It
 * may know the language's tiers and JSON trees. It must not know how a cluster is reached, nor judge anything.
 */
@NullMarked
package dev.ballast.observed;

import org.jspecify.annotations.NullMarked;

/**
 * Text to documents: YAML and JSON read with the position of every key and value, within bounds.
 * It may know Jackson's tree, snakeyaml-engine and {@code dev.ballast.diagnostic}. It must not know what a document means, nor where
 * its bytes came from.
 */
@NullMarked
package dev.ballast.source;

import org.jspecify.annotations.NullMarked;

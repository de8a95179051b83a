/**
 * Rules about what policies say of their data.
 * It may know plans and how stored bytes are counted. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.size;

import org.jspecify.annotations.NullMarked;

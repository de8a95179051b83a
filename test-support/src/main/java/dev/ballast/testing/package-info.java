/** What tests of several modules share: committed files that must equal what the code makes. May know test libraries. Must not know any module of Ballast. */
@NullMarked
package dev.ballast.testing;

import org.jspecify.annotations.NullMarked;

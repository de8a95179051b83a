@NullMarked
package dev.ballast.trial;

import org.jspecify.annotations.NullMarked;

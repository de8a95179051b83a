/**
 * A real Chromium without a window, steered over its DevTools protocol. May know the JDK, JUnit and how daemons are kept.
 * Must not know Ballast: whatever is looked at arrives as a file.
 */
@NullMarked
package dev.ballast.e2e.browser;

import org.jspecify.annotations.NullMarked;

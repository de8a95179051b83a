/** Tests of forecasts. */
@NullMarked
package dev.ballast.forecast;

import org.jspecify.annotations.NullMarked;

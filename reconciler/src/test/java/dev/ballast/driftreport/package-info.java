/** Tests of drift reports. */
@NullMarked
package dev.ballast.driftreport;

import org.jspecify.annotations.NullMarked;

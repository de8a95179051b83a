@NullMarked
package dev.ballast.outlook;

import org.jspecify.annotations.NullMarked;

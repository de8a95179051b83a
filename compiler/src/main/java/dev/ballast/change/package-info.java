/**
 * What a change of policies comes to: objects, runs, restore points and money, before and after, and whether a limit is crossed.
 * It may know plans, manifests, forecasts, costs and reports. It must not know where either side was read from, nor files or terminals.
 */
@NullMarked
package dev.ballast.change;

import org.jspecify.annotations.NullMarked;

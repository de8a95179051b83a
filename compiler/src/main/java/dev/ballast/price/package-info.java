/**
 * What storage costs: price books laid over each other, prices looked up by key and region, money converted with the rate in sight.
 * It may know policies as written and how documents are read. It must not know plans, forecasts or what anything costs in the end.
 */
@NullMarked
package dev.ballast.price;

import org.jspecify.annotations.NullMarked;

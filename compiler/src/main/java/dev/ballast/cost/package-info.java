/**
 * What stored backups come to: bytes over time, money a month, and why two states differ.
 * It may know plans, forecasts and prices. It must not know rules, manifests, reports or files.
 */
@NullMarked
package dev.ballast.cost;

import org.jspecify.annotations.NullMarked;

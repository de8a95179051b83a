/**
 * Rules about money: what policies and environments are estimated to cost beside what they may.
 * They may know plans and costs. They must not know reports or files.
 */
@NullMarked
package dev.ballast.rules.budget;

import org.jspecify.annotations.NullMarked;

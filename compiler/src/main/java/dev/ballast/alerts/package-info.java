/**
 * Plans to alert rules for Prometheus, one group a policy, and how late a backup may be before somebody is told.
 * It may know plans and the names of series. It must not know Kubernetes objects, files, or what Prometheus makes of a rule.
 */
@NullMarked
package dev.ballast.alerts;

import org.jspecify.annotations.NullMarked;

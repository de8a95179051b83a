/**
 * Backups kept by a real Argo CD in each of the three ways, and what it makes of our health checks, actions and examples. May know clusters,
 * Git and the files under {@code deploy}. Must not know what is inside Ballast, which is run as users run it.
 */
@NullMarked
package dev.ballast.e2e.argocd;

import org.jspecify.annotations.NullMarked;

/**
 * A real kube-apiserver with etcd and kubectl as plain processes, and the programs and CRDs they need. May know the JDK, JUnit and the
 * folder {@code tools}. Must not know Ballast: whatever is judged arrives as text.
 */
@NullMarked
package dev.ballast.e2e.cluster;

import org.jspecify.annotations.NullMarked;

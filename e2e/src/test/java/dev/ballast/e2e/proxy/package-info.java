/**
 * A reverse proxy between a client and an API server, which records every request and can stand in its way. It knows HTTP and TLS, and nothing of
 * Kubernetes but the form of its errors. It must not know what is tested with it.
 */
@NullMarked
package dev.ballast.e2e.proxy;

import org.jspecify.annotations.NullMarked;

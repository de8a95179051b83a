package dev.ballast.observed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A velero.io/v1 BackupRepository: where the volumes of one namespace lie in one store.
 *
 * @param namespace whose volumes
 * @param phase {@code New}, {@code Ready}, {@code NotReady}; empty at first
 * @param maintained when space was last given back
 */
public record ObservedRepository(
        String name,
        String namespace,
        String store,
        String phase,
        @Nullable Instant maintained) {}

package dev.ballast.hooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a recipe.
 *
 * @param container text that expands to a container's name; absent, or empty when expanded, means the pod's first
 * @param timeout text that expands to a duration ({@code 30s}, {@code 10m}, {@code 1h30m})
 */
public record RecipeStep(@Nullable String container, Action action, String timeout, OnError onError) {
    /** Velero's own default, which Ballast writes out. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** A step whose timeout is known already; whole seconds. */
    public RecipeStep(@Nullable String container, Action action, Duration timeout, OnError onError) {
        this(container, action, timeout.toSeconds() + "s", onError);
    }
}

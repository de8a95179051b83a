package dev.ballast.hooks;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command that Velero runs in a container, with nothing left to default.
 *
 * @param container name of the container; absent for the first of the pod, which with an injected sidecar may be the wrong one
 * @param command the final argument vector; Velero starts it without a shell
 * @param timeout how long Velero waits; above zero, because zero means Velero's default and less means for ever. The command itself
 *     runs on when Velero stops waiting
 */
public record HookStep(@Nullable String container, List<String> command, Duration timeout, OnError onError) {
    public HookStep {
        command = List.copyOf(command);
        if (command.isEmpty() || command.get(0).isEmpty()) {
            throw new IllegalArgumentException("a hook needs a command");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a hook's timeout must be above zero: " + timeout);
        }
        if (container != null && container.isEmpty()) {
            throw new IllegalArgumentException("a container's name is absent or not empty");
        }
    }
}

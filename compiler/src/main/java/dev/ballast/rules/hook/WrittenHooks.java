package dev.ballast.rules.hook;

import dev.ballast.policy.Layer;
import dev.ballast.policy.PolicySet;
import java.util.stream.Stream;

/** Hooks as written, also those that no environment asked for comes to use. */
final class WrittenHooks {
    private WrittenHooks() {}

    /** Every layer that may hold hooks. */
    static Stream<Layer> layers(PolicySet set) {
        return Stream.of(
                        set.environments().stream().flatMap(e -> Stream.of(e.defaults(), e.overrides())),
                        set.classes().stream()
                                .flatMap(c -> Stream.concat(Stream.of(c.terms()), c.overrides().values().stream())),
                        set.policies().stream()
                                .flatMap(p -> Stream.concat(Stream.of(p.terms()), p.overrides().values().stream())))
                .flatMap(layers -> layers);
    }
}

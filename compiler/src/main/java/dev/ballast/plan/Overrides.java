package dev.ballast.plan;

import dev.ballast.policy.Environment;
import dev.ballast.policy.Layer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Which of the things said per environment hold in one. */
final class Overrides {
    private Overrides() {}

    /** Whether something that exists in these environments or groups exists here; an empty list means everywhere. */
    static boolean existsIn(Environment environment, List<String> environments) {
        return environments.isEmpty() || environments.stream().anyMatch(environment::isCalled);
    }

    /** The overrides that hold here, the one for the group under the one for the name. */
    static List<Layer> of(Map<String, Layer> overrides, Environment environment) {
        String group = Objects.requireNonNullElse(environment.group(), environment.name());
        return Stream.of(group, environment.name())
                .distinct()
                .map(overrides::get)
                .filter(Objects::nonNull)
                .toList();
    }
}

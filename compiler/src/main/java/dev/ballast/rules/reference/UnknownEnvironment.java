package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Layer;
import dev.ballast.policy.Meta;
import dev.ballast.policy.PolicySet;
import dev.ballast.policy.PolicyTest;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An environment, or a group of them, that nobody declared. */
final class UnknownEnvironment implements Rule.OfFleet {
    @Override
    public String id() {
        return "reference.unknown-environment";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        PolicySet set = context.set();
        // The group of an environment that could not be read is not known.
        if (set.names("Environment").size() > set.environments().size()) {
            return List.of();
        }
        var known = new TreeSet<>(set.names("Environment"));
        set.environments().stream()
                .map(Environment::group)
                .filter(Objects::nonNull)
                .forEach(known::add);
        return Stream.of(
                        set.policies().stream().flatMap(p -> named(p.meta(), p.environments(), p.overrides())),
                        set.classes().stream().flatMap(c -> named(c.meta(), List.of(), c.overrides())),
                        set.stores().stream().flatMap(s -> named(s.meta(), s.environments(), s.overrides())),
                        set.exceptions().stream().flatMap(e -> named(e.meta(), e.environments(), Map.of())),
                        set.tests().stream().flatMap(UnknownEnvironment::named))
                .flatMap(named -> named)
                .filter(named -> !known.contains(named.name()))
                .map(named -> finding(named, known))
                .toList();
    }

    /** A name, and where it stands. */
    private record Named(String name, Place place) {}

    private static Stream<Named> named(Meta meta, List<String> environments, Map<String, Layer> overrides) {
        Place.Field keys = meta.place("/spec/overrides");
        return Stream.concat(
                IntStream.range(0, environments.size())
                        .mapToObj(i -> new Named(environments.get(i), meta.place("/spec/environments/" + i))),
                overrides.keySet().stream()
                        .map(name -> new Named(name, keys.child(name).key())));
    }

    private static Stream<Named> named(PolicyTest test) {
        String name = test.environment();
        return name == null
                ? Stream.empty()
                : Stream.of(new Named(name, test.meta().place("/spec/environment")));
    }

    private Diagnostic finding(Named named, Set<String> known) {
        return at(named.place(), "there is no Environment and no group `%s`".formatted(named.name()))
                .help(Names.help(named.name(), known, otherwise(named.name(), known)));
    }

    private static String otherwise(String name, Collection<String> known) {
        return known.isEmpty() ? "declare an Environment `%s`".formatted(name) : "known are " + Names.list(known);
    }
}

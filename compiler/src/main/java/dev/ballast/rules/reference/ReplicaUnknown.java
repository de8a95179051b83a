package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.BackupStore;
import dev.ballast.policy.Layer;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A bucket that is said to be replicated to a store which nobody declared, or to itself. */
final class ReplicaUnknown implements Rule.OfFleet {
    @Override
    public String id() {
        return "reference.replica-unknown";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        Set<String> known = context.set().names("BackupStore");
        return context.set().stores().stream()
                .flatMap(store -> Stream.concat(Stream.of(store.fields()), store.overrides().values().stream())
                        .flatMap(layer -> check(store, layer, known).stream()))
                .toList();
    }

    private Optional<Diagnostic> check(BackupStore store, Layer layer, Set<String> known) {
        String name = layer.fields().path("facts").path("replicatesTo").asText();
        Place.Field place = layer.base().child("facts").child("replicatesTo");
        if (name.equals(store.name())) {
            return Optional.of(at(place, "the store is said to be replicated to itself")
                    .help("name the store that holds the copy"));
        }
        if (name.isEmpty() || known.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(at(place, "there is no BackupStore `%s` to replicate to".formatted(name))
                .help(Names.help(name, known, "declare a BackupStore `%s` for the copy".formatted(name))));
    }
}

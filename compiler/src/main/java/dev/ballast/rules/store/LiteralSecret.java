package dev.ballast.rules.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.BackupStore;
import dev.ballast.policy.Environment;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A secret written out where only its name belongs. */
final class LiteralSecret implements Rule.OfFleet {
    @Override
    public String id() {
        return "store.literal-secret";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        var found = new ArrayList<Diagnostic>();
        for (BackupStore store : context.set().stores()) {
            search("", store.fields().fields(), store.fields().base(), found);
            store.overrides().values().forEach(layer -> search("", layer.fields(), layer.base(), found));
        }
        for (Environment environment : context.set().environments()) {
            for (int i = 0; i < environment.snapshotLocations().size(); i++) {
                Place.Field config = environment.meta().place("/spec/snapshotLocations/" + i + "/config");
                environment
                        .snapshotLocations()
                        .get(i)
                        .config()
                        .forEach((key, text) -> check(key, text, config.child(key), found));
            }
        }
        return found;
    }

    private void search(String key, JsonNode node, Place.Field place, List<Diagnostic> found) {
        if (node.isTextual()) {
            check(key, node.asText(), place, found);
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member -> search(member.getKey(), member.getValue(), place.child(member.getKey()), found));
        }
    }

    private void check(String key, String text, Place.Field place, List<Diagnostic> found) {
        Secrets.in(key, text)
                .ifPresent(what -> found.add(
                        at(place, "%s is written out here, for everybody to read who reads this file".formatted(what))
                                .help("revoke it, put its successor into a Secret, and name that in `credential`")));
    }
}

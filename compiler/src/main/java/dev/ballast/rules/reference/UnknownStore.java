package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.Tier;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store that nobody declared, wherever it is named. */
final class UnknownStore implements Rule.OfFleet {
    @Override
    public String id() {
        return "reference.unknown-store";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** A Schedule needs a location. */
    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        Set<String> known = context.set().names("BackupStore");
        var found = new ArrayList<Diagnostic>();
        Layers.terms(context.set()).forEach(written -> {
            Place.Field base = written.layer().base();
            var fields = written.layer().fields();
            check(fields.path("store").asText(), base.child("store"), written.policy(), known, found);
            for (String tier : Tier.words()) {
                String name = fields.path("tiers").path(tier).path("store").asText();
                check(name, base.child("tiers").child(tier).child("store"), written.policy(), known, found);
            }
        });
        Layers.limits(context.set()).forEach(written -> {
            List<String> stores = written.limits().stores();
            for (int i = 0; i < stores.size(); i++) {
                check(stores.get(i), written.meta().place("/spec/limits/stores/" + i), null, known, found);
            }
        });
        return found;
    }

    private void check(
            String name, Place.Field place, @Nullable String policy, Set<String> known, List<Diagnostic> found) {
        if (!name.isEmpty() && !known.contains(name)) {
            found.add(at(place, "there is no BackupStore `%s`".formatted(name))
                    .help(Names.help(
                            name, known, "declare a BackupStore `%s`, or name one that exists".formatted(name)))
                    .about(policy, null));
        }
    }
}

package dev.ballast.rules.reference;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class ReferenceRules {
    public static final List<Rule> ALL = List.of(
            new UnknownClass(),
            new UnknownStore(),
            new StoreElsewhere(),
            new NoStore(),
            new UnknownTemplate(),
            new UnknownEnvironment(),
            new UnknownPolicy(),
            new ReplicaUnknown(),
            new UnknownPrice());

    private ReferenceRules() {}
}

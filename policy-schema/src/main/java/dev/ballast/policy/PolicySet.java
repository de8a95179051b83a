package dev.ballast.policy;

import dev.ballast.diagnostic.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was read, as written, each list in the order of the input.
 *
 * @param declared names by kind, of invalid documents too, so that a broken class is not also called unknown
 */
public record PolicySet(
        List<BackupPolicy> policies,
        List<BackupClass> classes,
        List<BackupStore> stores,
        List<Environment> environments,
        List<HookTemplate> templates,
        List<PolicyException> exceptions,
        List<PriceBook> priceBooks,
        List<PolicyTest> tests,
        Map<String, Map<String, Place.Field>> declared) {

    /** The class of that name. */
    public Optional<BackupClass> backupClass(String name) {
        return classes.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The names of a kind that the input declares. */
    public Set<String> names(String kind) {
        return declared.getOrDefault(kind, Map.of()).keySet();
    }
}

package dev.ballast.velero;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Kinds of object that decide what a backup is worth, by every name under which Velero's filters know them. */
public enum CoreResource {
    PODS("pods", "pod", "po"),
    CLAIMS("persistentvolumeclaims", "persistentvolumeclaim", "pvc"),
    VOLUMES("persistentvolumes", "persistentvolume", "pv"),
    SECRETS("secrets", "secret");

    private final String plural;
    private final Set<String> names;

    CoreResource(String plural, String singular, String brief) {
        this(plural, Set.of(plural, singular, brief));
    }

    CoreResource(String plural, String singular) {
        this(plural, Set.of(plural, singular));
    }

    CoreResource(String plural, Set<String> names) {
        this.plural = plural;
        this.names = names;
    }

    /** The name that Velero writes. */
    public String plural() {
        return plural;
    }

    /** Whether a filter's entry means this kind, alone or as one of all. */
    public boolean isMeantBy(String entry) {
        return entry.equals("*") || names.contains(entry.toLowerCase(Locale.ROOT));
    }

    /** The index of the first entry that means this kind; -1 when none does. */
    public int indexIn(List<String> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (isMeantBy(entries.get(i))) {
                return i;
            }
        }
        return -1;
    }
}

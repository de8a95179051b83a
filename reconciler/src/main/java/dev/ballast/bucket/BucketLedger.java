package dev.ballast.bucket;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies in the part of a bucket that one store has, every byte once.
 *
 * @param at when it was listed
 * @param holdings by what they are
 * @param classes bytes of current objects by storage class, as the server says it
 * @param versions whether older versions were listed too; where not, they are in no holding
 */
public record BucketLedger(
        Instant at, SortedMap<Key, Amount> holdings, SortedMap<String, Long> classes, boolean versions) {

    /** The folders of a store, from {@code pkg/persistence/object_store_layout.go} of Velero 1.18. */
    public enum Section {
        /** {@code backups/NAME/}: archive, logs and lists of one backup. */
        BACKUPS("backups"),
        /** {@code restores/NAME/}. */
        RESTORES("restores"),
        /** {@code kopia/NAMESPACE/}: volumes of one namespace. */
        KOPIA("kopia"),
        /** {@code restic/NAMESPACE/}: the same, of older releases. */
        RESTIC("restic"),
        /** {@code plugins/}. */
        PLUGINS("plugins"),
        /** {@code metadata/}. */
        METADATA("metadata"),
        /** Anything else: Velero did not put it there. */
        OTHER("other");

        private final String folder;

        Section(String folder) {
            this.folder = folder;
        }

        /** Its name in the bucket. */
        public String folder() {
            return folder;
        }

        /** Whether it holds volumes. */
        public boolean isRepository() {
            return this == KOPIA || this == RESTIC;
        }
    }

    /** In what way bytes are there. */
    public enum State {
        CURRENT,
        /** Older versions of objects, and of objects that were deleted. */
        NONCURRENT,
        /** Parts of uploads that were never finished. */
        INCOMPLETE
    }

    /**
     * What bytes belong to.
     *
     * @param name of the backup, restore or namespace; empty where a section has none
     */
    public record Key(Section section, String name, State state) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::section).thenComparing(Key::name).thenComparing(Key::state);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Objects, versions or uploads, and their bytes; from 0. */
    public record Amount(long objects, long bytes) {
        /** Nothing. */
        public static final Amount NONE = new Amount(0, 0);

        public Amount {
            if (objects < 0 || bytes < 0) {
                throw new IllegalArgumentException("%d objects, %d bytes".formatted(objects, bytes));
            }
        }

        /** Both together. */
        public Amount plus(Amount other) {
            return new Amount(objects + other.objects, bytes + other.bytes);
        }
    }

    public BucketLedger {
        holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    /** Everything. */
    public Amount total() {
        return sum(holdings.values().stream());
    }

    /** All that is there in one way. */
    public Amount in(State state) {
        return sum(holdings.entrySet().stream()
                .filter(entry -> entry.getKey().state() == state)
                .map(Map.Entry::getValue));
    }

    /** The same without some names of a section. */
    public BucketLedger without(Section section, Set<String> names) {
        var left = new TreeMap<>(holdings);
        left.keySet().removeIf(key -> key.section() == section && names.contains(key.name()));
        return new BucketLedger(at, left, classes, versions);
    }

    /** All that belongs to a backup or a namespace, older versions too. */
    public Amount of(Section section, String name) {
        return sum(Stream.of(State.values())
                .map(state -> holdings.getOrDefault(new Key(section, name, state), Amount.NONE)));
    }

    /** The names of which something is there now in a section, in order. */
    public Stream<String> names(Section section) {
        return holdings.keySet().stream()
                .filter(key -> key.section() == section && key.state() == State.CURRENT)
                .map(Key::name);
    }

    /** The storage class that most bytes have. */
    public Optional<String> mainClass() {
        return classes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** What a reader of a ledger wants to see apart, in the order in which it is shown. */
    public enum Part {
        KNOWN_BACKUPS("backups"),
        UNKNOWN_BACKUPS("backups without a Backup"),
        RESTORES("restores"),
        KNOWN_VOLUMES("volumes"),
        UNKNOWN_VOLUMES("volumes of namespaces that no backup holds"),
        PLUGINS("plugins and metadata"),
        OTHER("other"),
        NONCURRENT("older versions"),
        INCOMPLETE("unfinished uploads");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /**
     * The whole in parts, which add up to {@link #total()}; each part is there, also where it holds nothing.
     *
     * @param backups names of the Backups in the cluster
     * @param namespaces of which any backup holds volumes
     */
    public SortedMap<Part, Amount> parts(Set<String> backups, Set<String> namespaces) {
        var parts = new TreeMap<Part, Amount>();
        Stream.of(Part.values()).forEach(part -> parts.put(part, Amount.NONE));
        holdings.forEach((key, amount) -> parts.merge(part(key, backups, namespaces), amount, Amount::plus));
        return parts;
    }

    private static Part part(Key key, Set<String> backups, Set<String> namespaces) {
        return switch (key.state()) {
            case NONCURRENT -> Part.NONCURRENT;
            case INCOMPLETE -> Part.INCOMPLETE;
            case CURRENT ->
                switch (key.section()) {
                    case BACKUPS -> backups.contains(key.name()) ? Part.KNOWN_BACKUPS : Part.UNKNOWN_BACKUPS;
                    case RESTORES -> Part.RESTORES;
                    case KOPIA, RESTIC -> namespaces.contains(key.name()) ? Part.KNOWN_VOLUMES : Part.UNKNOWN_VOLUMES;
                    case PLUGINS, METADATA -> Part.PLUGINS;
                    case OTHER -> Part.OTHER;
                };
        };
    }

    private static Amount sum(Stream<Amount> amounts) {
        return amounts.reduce(Amount.NONE, Amount::plus);
    }
}

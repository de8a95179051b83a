package dev.ballast.velero;

import dev.ballast.calendar.CronDialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The releases that an environment may be running: one, or every patch release of a line. */
public record VeleroRange(VeleroVersion first, VeleroVersion last) {
    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");
    private static final int ANY_PATCH = 99;

    /** What an environment that names no version is taken to run. */
    public static final VeleroRange NEWEST = new VeleroRange(VeleroVersion.NEWEST, VeleroVersion.NEWEST);

    public VeleroRange {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(first + " is after " + last);
        }
    }

    /**
     * Reads {@code 1.18.3} and {@code v1.18.3} as that release and {@code 1.18} as all of its line. A release that is newer than all known
     * ones is taken as the newest of these. Nothing for other text, and for what is older than the oldest supported release.
     */
    public static Optional<VeleroRange> parse(String text) {
        return written(text)
                .filter(range -> range.first.compareTo(VeleroVersion.OLDEST) >= 0)
                .map(range -> new VeleroRange(known(range.first), known(range.last)));
    }

    /** Whether this names a release, or a line of releases, that came after all known ones. */
    public static boolean isNewerThanKnown(String text) {
        return written(text)
                .filter(range -> range.first.compareTo(VeleroVersion.NEWEST) > 0)
                .isPresent();
    }

    private static Optional<VeleroRange> written(String text) {
        Matcher version = TEXT.matcher(text);
        if (!version.matches()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        boolean exact = version.group(3) != null;
        var first = new VeleroVersion(major, minor, exact ? Integer.parseInt(version.group(3)) : 0);
        return Optional.of(new VeleroRange(first, exact ? first : new VeleroVersion(major, minor, ANY_PATCH)));
    }

    private static VeleroVersion known(VeleroVersion version) {
        return version.compareTo(VeleroVersion.NEWEST) > 0 ? VeleroVersion.NEWEST : version;
    }

    /** Whether every release of the range can do this. */
    public boolean has(VeleroFeature feature) {
        return first.compareTo(feature.since()) >= 0;
    }

    /** The cron dialects of the range, each with the first release that speaks it, oldest first. */
    public Map<CronDialect, VeleroVersion> dialects() {
        var dialects = new LinkedHashMap<CronDialect, VeleroVersion>();
        dialects.put(first.cron(), first);
        addUpTo(last, dialects);
        return dialects;
    }

    /** The dialects that a later supported release speaks and none of this range does, with the first such release. */
    public Map<CronDialect, VeleroVersion> laterDialects() {
        var later = new LinkedHashMap<CronDialect, VeleroVersion>();
        addUpTo(VeleroVersion.NEWEST, later);
        later.keySet().removeAll(dialects().keySet());
        return later;
    }

    private void addUpTo(VeleroVersion end, Map<CronDialect, VeleroVersion> dialects) {
        for (VeleroVersion change : new VeleroVersion[] {new VeleroVersion(1, 15, 0), new VeleroVersion(1, 18, 3)}) {
            if (change.compareTo(first) > 0 && change.compareTo(end) <= 0) {
                dialects.putIfAbsent(change.cron(), change);
            }
        }
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : "%d.%d".formatted(first.major(), first.minor());
    }
}

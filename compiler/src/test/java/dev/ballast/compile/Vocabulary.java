package dev.ballast.compile;

import java.util.List;
import java.util.Map;

/** Values that fields of the language get, good and bad, and those that any reader of YAML should fear. */
final class Vocabulary {
    private static final List<String> KEEPS = List.of(
            "7", "1", "0", "-1", "100000", "2147483648", "90d", "12mo", "999999y", "1h", "1d12h", "7m", "forever");
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Beirut",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "Local",
            "EST5EDT",
            "GMT+3",
            "Europe/Berlinn",
            "../etc/passwd");
    private static final List<String> TIMES = List.of(
            "02:00",
            "00:00",
            "23:59",
            "24:00",
            ":15",
            ":99",
            "every 6h",
            "every 5h",
            "every 0h",
            "every 12h :15",
            "Mon-Fri 02:00",
            "08:00,20:00",
            "08:00,20:30",
            "Sunday 02:30",
            "Tue,Sat 03:00",
            "Fri-Mon 02:00",
            "31 04:00",
            "1 04:00",
            "02-29 05:00",
            "02-30 05:00",
            "01-01 05:00",
            "13-01 05:00");
    private static final List<String> CRONS = List.of(
            "* * * * *",
            "*/7 * * * *",
            "0 2 * * *",
            "30 2 * * *",
            "0 4 30 2 *",
            "0 5 29 2 *",
            "0 0 31 2 1",
            "0 0 1 * 1",
            "0 0 */2 * */3",
            "0 0 ? * MON#1",
            "0 0 L * *",
            "0 2 * * 7",
            "60 2 * * *",
            "0 2 * *",
            "0 0 2 * * *",
            "5-1 * * * *",
            "0-59/0 * * * *",
            "@daily",
            "@yearly",
            "@reboot",
            "@every 6h",
            "@every 0s",
            "@every 1ns",
            "@every 9999999h",
            "CRON_TZ=Asia/Tokyo 0 2 * * *",
            "TZ=Europe/Berlin 30 2 29 2 *",
            "CRON_TZ=Nowhere/Town 0 2 * * *",
            "CRON_TZ=UTC",
            "TZ=");
    private static final List<String> DURATIONS =
            List.of("30m", "0s", "-1h", "2h", "1h30m", "999999999h", "9223372036854775807s", "1.5h", "90d");
    private static final List<String> SIZES =
            List.of("200GiB", "0", "1.5Ti", "500G", "-1GiB", "99999999999999EiB", "1e400");
    private static final List<String> RATES = List.of("2%", "0%", "101%", "-1%", "999999999999%", "0.0000001%");
    private static final List<String> MONEY =
            List.of("50 USD", "none", "0 EUR", "-1 USD", "1e999 USD", "50 XXX", "50 usd");
    private static final List<String> VERSIONS =
            List.of("1.14.0", "1.15", "1.16.2", "1.18", "1.18.2", "1.18.3", "1.19", "2", "v1.18.3", "1.18.99");
    private static final List<String> NAMES = List.of(
            "primary",
            "prod",
            "dev",
            "gold",
            "bookstore",
            "note",
            "postgres-checkpoint",
            "mysql-lock",
            "redis-bgsave",
            "no-such",
            "a".repeat(63),
            "a".repeat(253),
            "ü",
            "*",
            "kube-system",
            "velero",
            "books-*",
            "[a-z]",
            "{x,y}");

    /** By the key of the field. */
    static final Map<String, List<String>> BY_KEY = Map.ofEntries(
            Map.entry(
                    "hourly",
                    List.of(":15", "every 6h", "every 24h", "every 5h", "*/20 * * * *", "24", "48h", "@hourly")),
            Map.entry("daily", join(List.of(TIMES, CRONS, KEEPS))),
            Map.entry("weekly", join(List.of(TIMES, CRONS, KEEPS))),
            Map.entry("monthly", join(List.of(TIMES, CRONS, KEEPS, MONEY))),
            Map.entry("yearly", join(List.of(TIMES, CRONS, KEEPS))),
            Map.entry("timezone", ZONES),
            Map.entry("jitter", DURATIONS),
            Map.entry("grace", DURATIONS),
            Map.entry("timeout", DURATIONS),
            Map.entry("snapshotTimeout", DURATIONS),
            Map.entry("operationTimeout", DURATIONS),
            Map.entry("version", VERSIONS),
            Map.entry("data", SIZES),
            Map.entry("growth", SIZES),
            Map.entry("change", RATES),
            Map.entry("reach", RATES),
            Map.entry("warnAt", RATES),
            Map.entry("budget", MONEY),
            Map.entry("lookback", KEEPS),
            Map.entry("rpo", join(List.of(KEEPS, DURATIONS))),
            Map.entry(
                    "method", List.of("snapshot", "snapshot-move", "file-system", "none", "plugin", "volumeSnapshot")),
            Map.entry(
                    "use",
                    List.of(
                            "note",
                            "postgres-checkpoint",
                            "postgres-dump",
                            "filesystem-freeze",
                            "snapshot",
                            "skip",
                            "no-such")),
            Map.entry("guarantee", List.of("nominal", "strict")),
            Map.entry(
                    "provider",
                    List.of(
                            "aws",
                            "s3",
                            "r2",
                            "minio",
                            "wasabi",
                            "b2",
                            "hetzner",
                            "oci",
                            "huawei",
                            "digitalocean",
                            "gcp",
                            "azure")),
            Map.entry("tier", List.of("hourly", "daily", "weekly", "monthly", "yearly")),
            Map.entry(
                    "expires",
                    List.of("2027-01-31", "2026-02-30", "2020-01-01", "9999-12-31", "+99999-01-01", "2026-11-21")),
            Map.entry(
                    "kind",
                    List.of(
                            "BackupPolicy",
                            "BackupClass",
                            "Environment",
                            "BackupStore",
                            "Cluster",
                            "Pod",
                            "Deployment",
                            "PriceBook")),
            Map.entry("rule", List.of("retention.shorter-than-interval", "schedule.invalid-cron", "no.such")),
            Map.entry(
                    "script",
                    List.of(
                            "echo $(params.words)",
                            "echo $(params.)",
                            "$(params.words",
                            "cat <<E\n$(params.words)\nE",
                            "")),
            Map.entry("words", List.of("", "'", "\"", "$(params.words)", "`x`", "a\nb", "${x}", "\u0000")),
            Map.entry("store", NAMES),
            Map.entry("class", NAMES),
            Map.entry("name", NAMES),
            Map.entry("namespace", NAMES));

    /** For any field; JSON texts. */
    static final List<String> ANYWHERE = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "9223372036854775808",
            "1e400",
            "-0.0",
            "\"\"",
            "\" \"",
            "\"y\"",
            "\"null\"",
            "\"~\"",
            "\"héllo 😀\"",
            "\"\\ud83d\"",
            "\"\\u202e\\u0000\\u2028\"",
            "\"/a~b/~1\"",
            "\"%s%n%d{}\"",
            "\"${x} <#if> ]]> <script>\"",
            "[]",
            "{}",
            "[[[]]]",
            "[null]",
            "{\"\": 1}",
            "{\"a/b~c\": {\"\": []}}",
            "{\"matchLabels\": {\"a\": \"b\"}}",
            "[{\"use\": \"note\"}]",
            "{\"daily\": 7}");

    /** Names of fields to call another field by. */
    static final List<String> KEYS = List.of(
            "keep",
            "hooks",
            "schedule",
            "tiers",
            "volumes",
            "select",
            "overrides",
            "store",
            "size",
            "limits",
            "defaults",
            "prod",
            "dev",
            "live",
            "hourly",
            "daily",
            "weekly",
            "matchLabels",
            "pre",
            "script",
            "a/b",
            "~",
            "",
            "<<",
            "deltas",
            "change",
            "byMethod",
            "environments");

    private Vocabulary() {}

    private static List<String> join(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}

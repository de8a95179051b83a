package dev.ballast.drift;

/**
 * Commands that a person on call can paste, each in backticks.
 *
 * @param namespace of Velero
 */
record Commands(String namespace) {
    /** Makes a backup now, outside of a Schedule's times. */
    String backupNow(String schedule) {
        return velero("backup create --from-schedule " + schedule);
    }

    String describe(String backup) {
        return velero("backup describe " + backup + " --details");
    }

    String logs(String backup) {
        return velero("backup logs " + backup);
    }

    String server() {
        return kubectl("get deployment velero");
    }

    String serverLog() {
        return kubectl("logs deployment/velero --since=24h");
    }

    String get(String kind, String name) {
        return kubectl("get %s.velero.io %s -o yaml".formatted(kind, name));
    }

    String list(String kind) {
        return kubectl("get %s.velero.io --sort-by=.metadata.creationTimestamp".formatted(kind));
    }

    String delete(String backup) {
        return velero("backup delete " + backup);
    }

    String unpause(String schedule) {
        return velero("schedule unpause " + schedule);
    }

    /** Lets Velero write to a location again. */
    String writable(String location) {
        return kubectl(
                "patch backupstoragelocations.velero.io %s --type merge -p '{\"spec\":{\"accessMode\":\"ReadWrite\"}}'"
                        .formatted(location));
    }

    private String velero(String words) {
        return "`velero -n %s %s`".formatted(namespace, words);
    }

    private String kubectl(String words) {
        return "`kubectl -n %s %s`".formatted(namespace, words);
    }
}

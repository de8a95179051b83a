package dev.ballast.e2e.proxy;

import java.util.Set;

/**
 * A request as it came.
 *
 * @param method in capitals
 * @param path without the query
 * @param query empty for none
 */
public record Request(String method, String path, String query) {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    static Request of(String line) {
        String[] words = line.split(" ", -1);
        String[] target = words[1].split("\\?", 2);
        return new Request(words[0], target[0], target.length == 1 ? "" : target[1]);
    }

    /** Whether it asks for a change, be it only on trial. */
    public boolean isWrite() {
        return !READING.contains(method);
    }

    /** Whether it is answered for as long as anything happens. */
    public boolean isWatch() {
        return query.contains("watch=true");
    }

    /** Whether it asks what would be. */
    public boolean isDryRun() {
        return query.contains("dryRun=");
    }

    /** Whether it is about a kind, by its plural, or about one object of it. */
    public boolean isAbout(String plural) {
        return (path + "/").contains("/" + plural + "/");
    }

    /** What is done to what: {@code PATCH schedules/shop-daily}, with {@code (dry run)} behind where it is on trial. */
    public String inShort() {
        int namespaces = path.indexOf("/namespaces/");
        String rest = namespaces < 0 ? path : path.substring(path.indexOf('/', namespaces + 12) + 1);
        return method + " " + rest + (isDryRun() ? " (dry run)" : "");
    }
}

package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.rules.store.Locations.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of a bucket that two clusters write to, or one within another. */
final class PrefixShared implements Rule.OfFleet {
    @Override
    public String id() {
        return "store.prefix-shared";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        var buckets = new TreeMap<String, TreeMap<String, List<Writer>>>();
        Locations.writers(context)
                .forEach(writer -> buckets.computeIfAbsent(writer.bucket(), bucket -> new TreeMap<>())
                        .computeIfAbsent(writer.path(), path -> new ArrayList<>())
                        .add(writer));
        var found = new ArrayList<Diagnostic>();
        buckets.values().forEach(folders -> check(folders, context, found));
        return found;
    }

    private void check(SortedMap<String, List<Writer>> folders, Context context, List<Diagnostic> found) {
        Deque<String> around = new ArrayDeque<>();
        folders.forEach((path, writers) -> {
            while (!around.isEmpty() && !path.startsWith(around.peek())) {
                around.pop();
            }
            Writer first = writers.get(0);
            if (writers.size() > 1 && Locations.isAsked(context, writers)) {
                found.add(finding(writers.get(1), first, Locations.titles(writers) + " write to the same place"));
            }
            List<Writer> outer = around.isEmpty() ? List.of() : folders.getOrDefault(around.peek(), List.of());
            if (!outer.isEmpty()
                    && Locations.isAsked(
                            context,
                            Stream.concat(writers.stream(), outer.stream()).toList())) {
                String verb = writers.size() == 1 ? " writes" : " write";
                found.add(finding(
                        first,
                        outer.get(0),
                        Locations.titles(writers) + verb + " to a folder within that of " + Locations.titles(outer)));
            }
            around.push(path);
        });
    }

    private Diagnostic finding(Writer writer, Writer other, String message) {
        Diagnostic finding = at(writer.place(), message)
                .help("give each a `prefix` of its own; one that only reads has `access: readOnly`");
        return other.place().equals(writer.place()) ? finding : finding.related(other.place(), "the other one");
    }
}

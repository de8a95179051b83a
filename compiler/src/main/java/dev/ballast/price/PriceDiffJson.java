package dev.ballast.price;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.report.ReportEnvelope;
import java.time.Instant;
import java.util.List;

/** What differs between price books, as a PriceDiffReport. */
public final class PriceDiffJson {
    private PriceDiffJson() {}

    /** The report, valid against {@code price-diff-report.schema.json}. */
    public static ObjectNode of(PriceDiff diff, Instant at) {
        ObjectNode report = ReportEnvelope.head("PriceDiffReport", null, at);
        books(report.putArray("before"), diff.before());
        books(report.putArray("after"), diff.after());
        ArrayNode changes = report.putArray("changes");
        diff.changes().forEach(change -> change(changes.addObject(), change));
        return report;
    }

    private static void books(ArrayNode nodes, List<Book> books) {
        for (Book book : books) {
            ObjectNode node = EntryJson.of(book);
            node.remove("layer");
            nodes.add(node);
        }
    }

    private static void change(ObjectNode node, PriceDiff.Change change) {
        node.put("change", change.kind().word()).put("key", change.key());
        if (!change.regions().isEmpty()) {
            ArrayNode regions = node.putArray("regions");
            change.regions().forEach(regions::add);
        }
        if (change.kind() == PriceDiff.Kind.CHANGED) {
            ArrayNode fields = node.putArray("fields");
            for (PriceDiff.Field field : change.fields()) {
                ObjectNode one = fields.addObject().put("path", field.path());
                if (field.before() != null) {
                    one.put("before", field.before());
                }
                if (field.after() != null) {
                    one.put("after", field.after());
                }
            }
        }
    }
}

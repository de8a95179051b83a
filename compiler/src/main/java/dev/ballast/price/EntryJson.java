package dev.ballast.price;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.policy.PriceBook;
import org.jspecify.annotations.Nullable;

/** A price as reports write it: money as decimal strings, sizes in bytes, what is absent left out. */
final class EntryJson {
    private EntryJson() {}

    /** All of it but where it holds and which book says so. */
    static ObjectNode of(Price price) {
        PriceBook.Entry entry = price.entry();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("currency", entry.currency().getCurrencyCode())
                .put("accounting", entry.accounting().word());
        storage(node, entry.storage());
        requests(node, entry.requests());
        quantity(node, "retrieval", entry.retrieval());
        ObjectNode egress = JsonNodeFactory.instance.objectNode();
        quantity(egress, "region", entry.egress().region());
        quantity(egress, "internet", entry.egress().internet());
        putFilled(node, "egress", egress);
        putFilled(node, "minimum", minimum(entry.minimum()));
        PriceBook.Base base = entry.base();
        if (base != null) {
            ObjectNode fixed = node.putObject("base").put("price", base.price().toPlainString());
            positive(fixed, "includesBytes", base.includesBytes());
        }
        positive(node, "freeBytes", entry.freeBytes());
        if (price.adjusted().signum() != 0) {
            node.put("adjustedPercent", Decimals.plain(price.adjusted()).toPlainString());
        }
        if (entry.note() != null) {
            node.put("note", entry.note());
        }
        PriceBook.Source source = entry.source();
        if (source != null) {
            node.putObject("source")
                    .put("url", source.url())
                    .put("retrieved", source.retrieved().toString())
                    .put("confidence", source.confidence().name());
        }
        return node;
    }

    /** Puts the regions, unless it holds everywhere. */
    static void regions(ObjectNode node, Price price) {
        if (!price.regions().isEmpty()) {
            ArrayNode regions = node.putArray("regions");
            price.regions().forEach(regions::add);
        }
    }

    /** A book as reports name it. */
    static ObjectNode of(Book book) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", book.name())
                .put("layer", book.layer().word())
                .put("version", book.version())
                .put("asOf", book.asOf().toString())
                .put("currency", book.document().currency().getCurrencyCode());
    }

    private static void storage(ObjectNode node, PriceBook.@Nullable Storage storage) {
        if (storage == null) {
            return;
        }
        ArrayNode tiers =
                node.putObject("storage").put("unit", storage.unit().word()).putArray("tiers");
        for (PriceBook.StorageTier tier : storage.tiers()) {
            ObjectNode one = tiers.addObject();
            if (tier.upTo() != null) {
                one.put("upTo", tier.upTo());
            }
            one.put("price", tier.price().toPlainString());
        }
    }

    private static void requests(ObjectNode node, PriceBook.Requests requests) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        requests(all, "write", requests.write());
        requests(all, "read", requests.read());
        requests(all, "list", requests.list());
        requests(all, "transition", requests.transition());
        putFilled(node, "requests", all);
    }

    private static void requests(ObjectNode node, String name, PriceBook.@Nullable PerRequests rate) {
        if (rate != null) {
            node.putObject(name)
                    .put("per", rate.per())
                    .put("price", rate.price().toPlainString());
        }
    }

    private static void quantity(ObjectNode node, String name, PriceBook.@Nullable PerUnit rate) {
        if (rate != null) {
            node.putObject(name)
                    .put("unit", rate.unit().word())
                    .put("price", rate.price().toPlainString());
        }
    }

    private static ObjectNode minimum(PriceBook.Minimum minimum) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        positive(node, "days", minimum.days());
        positive(node, "objectBytes", minimum.objectBytes());
        positive(node, "storageBytes", minimum.storageBytes());
        return node;
    }

    private static void positive(ObjectNode node, String name, long value) {
        if (value > 0) {
            node.put(name, value);
        }
    }

    private static void putFilled(ObjectNode node, String name, ObjectNode value) {
        if (!value.isEmpty()) {
            node.set(name, value);
        }
    }
}

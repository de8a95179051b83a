package dev.ballast.price;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.report.ReportEnvelope;

/** A list of prices as a PriceListReport. */
public final class PriceListJson {
    private PriceListJson() {}

    /** The report, valid against {@code price-list-report.schema.json}. */
    public static ObjectNode of(PriceList list) {
        ObjectNode report = ReportEnvelope.head("PriceListReport", null, list.at());
        ArrayNode books = report.putArray("books");
        list.from().books().forEach(book -> books.add(book(book)));
        ArrayNode prices = report.putArray("prices");
        list.prices().forEach(price -> prices.add(price(price, list)));
        return report;
    }

    private static ObjectNode book(Book book) {
        ObjectNode node = EntryJson.of(book);
        if (!book.document().fx().isEmpty()) {
            ArrayNode rates = node.putArray("fx");
            book.document().fx().forEach((currency, fx) -> {
                ObjectNode rate = rates.addObject()
                        .put("currency", currency.getCurrencyCode())
                        .put("rate", fx.rate().toPlainString())
                        .put("asOf", fx.asOf().toString());
                if (fx.source() != null) {
                    rate.put("source", fx.source());
                }
            });
        }
        return node;
    }

    private static ObjectNode price(Price price, PriceList list) {
        ObjectNode node = EntryJson.of(price);
        ObjectNode first = node.objectNode().put("key", price.key());
        EntryJson.regions(first, price);
        first.put("book", price.book().name())
                .put("layer", price.book().layer().word())
                .put("asOf", price.asOf().toString())
                .put("stale", price.isStale(list.at()));
        return first.setAll(node);
    }
}

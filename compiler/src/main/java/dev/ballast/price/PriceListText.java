package dev.ballast.price;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** A list of prices for people: an aligned table, then the books and the rates they hold. */
public final class PriceListText {
    private static final List<String> HEAD =
            List.of("KEY", "A MONTH", "LEAST AND FREE", "BILLED", "READ", "GRADE", "BOOK", "REGIONS");

    private PriceListText() {}

    /** The whole text, ending with a line break. */
    public static String of(PriceList list) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        list.prices().forEach(price -> rows.add(row(price)));
        return table(rows) + "\n" + footer(list);
    }

    private static List<String> row(Price price) {
        return List.of(
                price.key(),
                PriceWords.price(price.entry()),
                PriceWords.minimum(price.entry()),
                price.entry().accounting().word(),
                price.asOf().toString(),
                PriceWords.confidence(price.entry()),
                price.book().name(),
                PriceWords.regions(price));
    }

    /** Columns as wide as their widest cell; the last one is not padded. */
    static String table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size() - 1];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        var text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            text.append(row.get(widths.length)).append('\n');
        }
        return text.toString();
    }

    private static String footer(PriceList list) {
        var books = new StringJoiner(", ");
        list.from().books().forEach(book -> books.add(book.toString()));
        var text = new StringBuilder("%d %s from %s\n"
                .formatted(list.prices().size(), list.prices().size() == 1 ? "price" : "prices", books));
        if (list.stale() > 0) {
            text.append("%d of them were read more than %d days before %s\n"
                    .formatted(
                            list.stale(),
                            Price.STALE.toDays(),
                            list.at().atZone(ZoneOffset.UTC).toLocalDate()));
        }
        rates(list).forEach(rate -> text.append(rate).append('\n'));
        return text.toString();
    }

    private static Set<String> rates(PriceList list) {
        var rates = new TreeSet<String>();
        Converter converter = list.from().converter();
        for (Book book : list.from().books()) {
            book.document().fx().keySet().stream()
                    .flatMap(from -> converter.rate(from, book.document().currency()).stream())
                    .forEach(rate -> rates.add(rate.toString()));
        }
        return rates;
    }
}

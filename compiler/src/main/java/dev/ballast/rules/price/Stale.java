package dev.ballast.rules.price;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.PriceBook;
import dev.ballast.price.Book;
import dev.ballast.price.Price;
import dev.ballast.price.Prices;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A price that was read long ago: in a book of the input, or used by a store or an environment. Under a year ago it is a note. */
final class Stale implements Rule.OfFleet {
    @Override
    public String id() {
        return "price.stale";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        List<UsedPrice> used = context.fleet().environments().stream()
                .flatMap(environment -> UsedPrice.in(environment).stream())
                .distinct()
                .toList();
        if (used.isEmpty() && context.set().priceBooks().isEmpty()) {
            return List.of();
        }
        Prices prices = context.prices();
        var found = new ArrayList<Diagnostic>();
        prices.stale(context.at()).stream()
                .filter(price -> price.book().layer() != Book.Layer.BUILT_IN)
                .forEach(price -> found.add(finding(price, place(price), context)));
        for (UsedPrice use : used) {
            use.prices(prices).stream()
                    .filter(price -> price.book().layer() == Book.Layer.BUILT_IN && price.isStale(context.at()))
                    .forEach(price -> found.add(finding(price, use.place(), context)));
        }
        return found;
    }

    private static Place.Field place(Price price) {
        PriceBook.Entry entry = price.entry();
        return entry.source() == null
                ? entry.place()
                : entry.place().child("source").child("retrieved");
    }

    private Diagnostic finding(Price price, Place.Field place, Context context) {
        long days = ChronoUnit.DAYS.between(
                price.asOf(), context.at().atZone(ZoneOffset.UTC).toLocalDate());
        String help = price.book().layer() == Book.Layer.BUILT_IN
                ? "look it up, and put it into a PriceBook of your own with the day"
                : "look it up again, and write the day";
        String message = "the price of `%s`%s was read on %s, %d days ago; expected at most %d"
                .formatted(price.key(), where(price), price.asOf(), days, Price.STALE.toDays());
        return (days < Price.OUTDATED.toDays() ? Diagnostic.note(id(), place, message) : at(place, message)).help(help);
    }

    private static String where(Price price) {
        return price.regions().isEmpty() ? "" : " in `" + String.join("`, `", price.regions()) + "`";
    }
}

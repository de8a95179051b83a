package dev.ballast.rules;

import dev.ballast.rules.budget.BudgetRules;
import dev.ballast.rules.hook.HookRules;
import dev.ballast.rules.limit.LimitRules;
import dev.ballast.rules.price.PriceRules;
import dev.ballast.rules.reference.ReferenceRules;
import dev.ballast.rules.retention.RetentionRules;
import dev.ballast.rules.schedule.ScheduleRules;
import dev.ballast.rules.select.SelectRules;
import dev.ballast.rules.size.SizeRules;
import dev.ballast.rules.store.StoreRules;
import dev.ballast.rules.volumes.VolumeRules;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every rule there is, and every other finding that Ballast can make, each with its page. */
public final class Catalogue {
    /** The rules that look at plans. */
    public static final List<Rule> RULES = Stream.of(
                    ReferenceRules.ALL,
                    SelectRules.ALL,
                    RetentionRules.ALL,
                    ScheduleRules.ALL,
                    StoreRules.ALL,
                    VolumeRules.ALL,
                    HookRules.ALL,
                    LimitRules.ALL,
                    BudgetRules.ALL,
                    PriceRules.ALL,
                    SizeRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All pages by id, sorted: those of rules, and those of findings made while reading. */
    public static Map<String, RulePage> pagesById() {
        return Pages.BY_ID;
    }

    /** The page of a rule. */
    public static Optional<RulePage> page(String id) {
        return Optional.ofNullable(Pages.BY_ID.get(id));
    }

    static boolean knows(String id) {
        return Pages.BY_ID.containsKey(id);
    }

    static boolean excusable(String id) {
        return RULES.stream().anyMatch(rule -> rule.id().equals(id) && rule.excusable());
    }

    /** One sentence for each rule, by id. */
    public static Map<String, String> titles() {
        var titles = new TreeMap<String, String>();
        Pages.BY_ID.forEach((id, page) -> titles.put(id, page.title()));
        return titles;
    }

    /** Read when first asked for: most runs need no page. */
    private static final class Pages {
        static final Map<String, RulePage> BY_ID = read();

        private static Map<String, RulePage> read() {
            var pages = new TreeMap<String, RulePage>();
            RULES.forEach(rule -> pages.put(rule.id(), RulePage.of(rule)));
            ReadingFindings.ALL.forEach(finding -> pages.put(finding.id(), RulePage.of(finding)));
            return Collections.unmodifiableMap(pages);
        }
    }
}

package dev.ballast.cost;

import static dev.ballast.cost.Timelines.GIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ballast.cost.Component.Kind;
import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole policies to money, by the built-in prices. */
class CostsTest {
    private static final String TEXTBOOK = "deltas: {1d: 5GiB, 7d: 20GiB, 30d: 40GiB}";

    @Test
    void perTierIsTheTextbooksFigureToTheDigit() {
        PolicyCost cost = Priced.shop(
                "keep: {daily: 7, weekly: 4, monthly: 12}",
                "snapshot",
                "data: 200GiB, accounting: perTier, " + TEXTBOOK);
        Component snapshots = component(cost, Kind.SNAPSHOTS);
        assertThat(bytes(snapshots).estimate()).isEqualTo(790 * GIB);
        assertThat(money(snapshots).estimate()).isEqualByComparingTo("39.50");
        assertThat(Cents.round(money(snapshots).low(), 2)).isEqualByComparingTo("35.80");
        assertThat(Cents.round(money(snapshots).high(), 2)).isEqualByComparingTo("39.52");
        assertThat(cost.restorePoints()).isEqualTo(23);
    }

    @Test
    void theChainIsWhatOneVolumeCosts() {
        PolicyCost cost =
                Priced.shop("keep: {daily: 7, weekly: 4, monthly: 12}", "snapshot", "data: 200GiB, " + TEXTBOOK);
        assertThat((double) bytes(component(cost, Kind.SNAPSHOTS)).estimate() / GIB)
                .isCloseTo(721.2, within(0.05));
        assertThat(Cents.round(money(component(cost, Kind.SNAPSHOTS)).estimate(), 2))
                .isEqualByComparingTo("36.06");
    }

    @Test
    void partsAddUpAsShown() {
        PolicyCost cost = Priced.shop("keep: {daily: 7, weekly: 4, monthly: 12}", "file-system", "data: 173GiB");
        BigDecimal sum = cost.shown().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo(Cents.round(cost.monthly().estimate(), 2));
        assertThat(cost.components())
                .extracting(Component::kind)
                .containsExactly(Kind.FILE_SYSTEM, Kind.OBJECTS, Kind.REQUESTS);
    }

    @Test
    void theRampEndsAtRest() {
        PolicyCost cost = Priced.shop("keep: {daily: 7}", "snapshot", "data: 200GiB, accounting: perTier, " + TEXTBOOK);
        assertThat(cost.ramp()).extracting(month -> month.month().toString()).containsExactly("2026-01", "2026-02");
        assertThat((double) cost.ramp().get(1).bytes().estimate() / GIB).isCloseTo(230.2, within(0.1));
    }

    @Test
    void withoutASizeThereIsNoMoneyForVolumesAndNoZeroEither() {
        PolicyCost cost = Priced.shop("keep: {daily: 7}", "snapshot", "change: 2%");
        assertThat(component(cost, Kind.SNAPSHOTS).monthly()).isNull();
        assertThat(component(cost, Kind.SNAPSHOTS).bytes()).isNull();
        assertThat(cost.unknowns())
                .extracting(Unknown::reason)
                .containsExactly("how much data there is: `size.data` is not declared");
        assertThat(money(component(cost, Kind.OBJECTS)).estimate()).isPositive();
    }

    @Test
    void removingATierSavesWhatOnlyItHolds() {
        PolicyCost cost = Priced.shop(
                "keep: {daily: 7, weekly: 4, monthly: 12}",
                "snapshot",
                "data: 200GiB, accounting: perTier, " + TEXTBOOK);
        assertThat(cost.tiers())
                .extracting(PolicyCost.TierCost::tier)
                .containsExactly(Tier.DAILY, Tier.WEEKLY, Tier.MONTHLY);
        assertThat(cost.tiers().get(2).monthly().doubleValue()).isCloseTo(24.00, within(0.01));
    }

    @Test
    void aPriceThatNoBookHasIsNotGuessed() {
        List<PolicyCost> costs = Priced.of(Priced.environment("mars-1", "")
                        + Priced.policy("shop", "keep: {daily: 7}", "snapshot", "data: 10GiB"))
                .policies();
        assertThat(costs.get(0).unknowns())
                .extracting(Unknown::reason)
                .contains("what `aws/ebs/snapshot` costs in `mars-1`: no book says");
        assertThat(bytes(component(costs.get(0), Kind.SNAPSHOTS)).estimate()).isPositive();
    }

    @Test
    void aVersionedBucketKeepsEverythingSoMuchLonger() {
        String facts = "  facts: {versioning: true, noncurrentDays: 180}\n";
        PolicyCost cost = Priced.of(Priced.environment("us-east-1", facts)
                        + Priced.policy("shop", "keep: {daily: 30}", "file-system", "data: 200GiB, " + TEXTBOOK))
                .policies()
                .get(0);
        // Three days until the uploader lets go, 180 until the bucket does, each of them another delta; five per cent
        // for packs.
        long live = bytes(component(cost, Kind.FILE_SYSTEM)).estimate();
        long tail = bytes(component(cost, Kind.NONCURRENT)).estimate();
        assertThat((double) live / GIB).isCloseTo((200 + 32 * 5) * 1.05, within(0.3));
        assertThat((double) tail / GIB).isCloseTo(180 * 5 * 1.05 + 180 * 5 / 1024.0, within(0.3));
    }

    @Test
    void sharedVolumesAreCountedOnce() {
        EnvironmentCost cost = Priced.of(Priced.environment("us-east-1", "")
                + Priced.policy("everything", "keep: {daily: 7}", "snapshot", "data: 200GiB, " + TEXTBOOK)
                + Priced.policy("shop", "keep: {weekly: 4}", "snapshot", "sharedWith: everything"));
        PolicyCost guest = cost.policy("shop").orElseThrow();
        PolicyCost host = cost.policy("everything").orElseThrow();
        assertThat(bytes(component(guest, Kind.SNAPSHOTS)).estimate()).isZero();
        assertThat(guest.assumptions()).extracting(Assumption::name).contains("sharedWith");
        assertThat((double) bytes(component(host, Kind.SNAPSHOTS)).estimate() / GIB)
                .isBetween(270.0, 300.0);
    }

    @Test
    void theTotalIsTheSumOfWhatIsShown() {
        EnvironmentCost cost = Priced.of(Priced.environment("us-east-1", "")
                + Priced.policy("one", "keep: {daily: 7}", "snapshot", "data: 33GiB")
                + Priced.policy("two", "keep: {weekly: 4}", "snapshot-move", "data: 77GiB"));
        BigDecimal sum = BigDecimal.ZERO;
        for (PolicyCost policy : cost.policies()) {
            sum = sum.add(policy.shown().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        for (Component component : cost.shared()) {
            sum = sum.add(Cents.round(money(component).estimate(), 2));
        }
        assertThat(sum).isEqualTo(cost.total().estimate());
        assertThat(cost.shared()).extracting(Component::kind).containsExactly(Kind.LISTING);
        assertThat(money(cost.shared().get(0)).estimate()).isEqualByComparingTo("0.438");
    }

    static Component component(PolicyCost cost, Kind kind) {
        return cost.components().stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    static ByteRange bytes(Component component) {
        return java.util.Objects.requireNonNull(component.bytes());
    }

    static MoneyRange money(Component component) {
        return java.util.Objects.requireNonNull(component.monthly());
    }
}

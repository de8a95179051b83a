package dev.ballast.driftreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Decomposition;
import dev.ballast.drift.Author;
import dev.ballast.drift.Certainty;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.DriftReport;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.FieldDrift;
import dev.ballast.drift.Health;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.PolicyDrift;
import dev.ballast.drift.TierHealth;
import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftReportsTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-21T02:00:00Z");
    private static final long GIB = 1L << 30;

    private static DriftReport report(boolean priced) {
        var author = new Author("kubectl-edit", "Update", NIGHT);
        var field = new FieldDrift(
                "/spec/template/ttl",
                JsonNodeFactory.instance.textNode("168h0m0s"),
                JsonNodeFactory.instance.textNode("72h0m0s"),
                author);
        var changed = new ManifestDrift(
                ManifestDrift.Kind.CHANGED,
                "Schedule velero/shop-daily",
                List.of(field),
                author,
                NIGHT,
                "it differs",
                "set it back");
        var missing = new ManifestDrift(
                ManifestDrift.Kind.MISSING,
                "BackupStorageLocation velero/primary",
                List.of(),
                null,
                null,
                "it is gone",
                "apply");
        var refused = new ExecutionDrift(
                ExecutionDrift.Kind.REFUSED,
                Tier.DAILY,
                NIGHT,
                7,
                List.of("a", "b", "c", "d", "e"),
                "Velero refused them",
                "look with `velero backup describe`, as long as it is one word to whoever copies it: `velero -n velero backup describe a`");
        var tier = new TierHealth(Tier.DAILY, "shop-daily", 1, 7, 7, NIGHT, NIGHT, AT);
        return new DriftReport(
                "prod",
                AT,
                List.of(
                        new PolicyDrift(
                                "shop",
                                List.of(changed),
                                new Health(List.of(tier), Duration.ofDays(1), List.of(refused)),
                                cost(priced)),
                        new PolicyDrift("wiki", List.of(), new Health(List.of(), null, List.of()), null)),
                List.of(missing),
                null);
    }

    private static CostDrift cost(boolean priced) {
        Decomposition parts = Decomposition.of(
                new Decomposition.Worth(100 * GIB, new BigDecimal("5.004")),
                List.of(
                        new Decomposition.Step(
                                Cause.Kind.MISSING, new Decomposition.Worth(90 * GIB, new BigDecimal("4.503"))),
                        new Decomposition.Step(
                                Cause.Kind.OVERDUE, new Decomposition.Worth(120 * GIB, new BigDecimal("6.006")))));
        @Nullable Currency currency = priced ? Currency.getInstance("USD") : null;
        return new CostDrift(
                currency,
                parts,
                Map.of(Cause.Kind.OVERDUE, List.of("2 backups should be gone: a, b", "the store is read-only")),
                Certainty.ASSUMED,
                Certainty.MEASURED,
                priced);
    }

    @Test
    void theTextSaysWhatIsSoSinceWhenAndWhatToDo() {
        assertThat(DriftText.of(report(true))).isEqualTo("""
                prod on Sat 2026-11-21 09:00 UTC: 1 of 2 policies is off

                shop, 1 restore point of 7 expected by now, newest 7h old

                  manifests
                    changed, since Sat 2026-11-21 02:00 UTC
                      it differs
                      field               expected  actual   by                     since (UTC)
                      /spec/template/ttl  168h0m0s  72h0m0s  kubectl-edit (update)  Sat 2026-11-21 02:00
                      = set it back

                  backups
                    refused, daily, since Sat 2026-11-21 02:00 UTC
                      Velero refused them
                      a
                      b
                      c
                      d
                      e
                      and 2 more
                      = look with `velero backup describe`, as long as it is one word to whoever copies it:
                        `velero -n velero backup describe a`

                  storage cost
                    expected 100.0 GiB for 5.00 USD a month (assumed)
                    actual 120.0 GiB for 6.01 USD a month (measured)
                      cause         bytes  USD a month
                      missing   -10.0 GiB        -0.50
                      overdue   +30.0 GiB        +1.50
                      together  +20.0 GiB        +1.00
                      overdue: 2 backups should be gone: a, b
                      overdue: the store is read-only

                of no policy

                  manifests
                    missing
                      it is gone
                      = apply

                as it should be
                  policy  restore points
                  wiki    0 restore points of 0 expected by now
                """);
    }

    @Test
    void withoutPricesBytesAreShownAlone() {
        assertThat(DriftText.of(report(false))).contains("""
                  storage cost
                    expected 100.0 GiB (assumed)
                    actual 120.0 GiB (measured)
                      cause         bytes
                      missing   -10.0 GiB
                      overdue   +30.0 GiB
                      together  +20.0 GiB
                """);
        var cost = DriftJson.of(
                        report(false),
                        new dev.ballast.report.Findings(List.of(), dev.ballast.source.Sources.of(List.of())))
                .at("/policies/0/cost");
        assertThat(cost.has("currency")).isFalse();
        assertThat(cost.has("drift")).isFalse();
        assertThat(cost.at("/causes/1").has("amount")).isFalse();
        assertThat(cost.path("driftBytes").asLong()).isEqualTo(20 * GIB);
    }

    @Test
    void theMarkdownHasATableForEachSection() {
        assertThat(DriftMarkdown.of(report(true))).isEqualTo("""
                ### Drift of prod on Sat 2026-11-21 09:00 UTC: 1 of 2 policies is off

                #### `shop`, 1 restore point of 7 expected by now, newest 7h old

                | manifests | what | field | expected | actual | by | to do |
                |---|---|---|---|---|---|---|
                | changed | `Schedule velero/shop-daily` | `/spec/template/ttl` | 168h0m0s | 72h0m0s | kubectl-edit (update) | set it back |

                | backups | tier | what | since (UTC) | to do |
                |---|---|---|---|---|
                | refused | daily | Velero refused them | Sat 2026-11-21 02:00 | look with `velero backup describe`, as long as it is one word to whoever copies it: `velero -n velero backup describe a` |

                Storage cost: expected 100.0 GiB for 5.00 USD a month (assumed); actual 120.0 GiB for 6.01 USD a month (measured)

                | cause | bytes | USD a month | why |
                |---|---:|---:|---|
                | missing | -10.0 GiB | -0.50 |  |
                | overdue | +30.0 GiB | +1.50 | 2 backups should be gone: a, b; the store is read-only |
                | together | +20.0 GiB | +1.00 |  |

                #### of no policy

                | manifests | what | field | expected | actual | by | to do |
                |---|---|---|---|---|---|---|
                | missing | it is gone |  |  |  |  | apply |

                As it should be: `wiki`
                """);
    }
}

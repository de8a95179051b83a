package dev.ballast.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the spec of a test whose shape the schema has accepted. */
final class PolicyTestDecoder {
    private static final String MOMENT = "a date such as `2026-01-01` or a time such as `2026-01-01T06:00:00Z`";
    private static final String BOUND = "a number such as `23`, or a bound such as `>=20`";

    private PolicyTestDecoder() {}

    /** Nothing when its beginning cannot be read; an outage that cannot be read is left out. */
    static Optional<PolicyTest> decode(Meta meta, Fields spec) {
        Instant from = spec.value("from", Moments::instant, MOMENT);
        var outages = new ArrayList<PolicyTest.Outage>();
        for (Fields outage : spec.objects("outages")) {
            outage(outage).ifPresent(outages::add);
        }
        PolicyTest.Expectations expect = expectations(spec.object("expect"));
        return Optional.ofNullable(from)
                .map(begin -> new PolicyTest(
                        meta,
                        spec.text("policy", ""),
                        spec.text("environment"),
                        begin,
                        spec.number("days", 1),
                        List.copyOf(outages),
                        expect));
    }

    private static Optional<PolicyTest.Outage> outage(Fields outage) {
        Instant from = outage.value("from", Moments::instant, MOMENT);
        Instant to = outage.value("to", Moments::instant, MOMENT);
        if (from == null || to == null) {
            return Optional.empty();
        }
        if (!to.isAfter(from)) {
            outage.refuse(
                    "to",
                    "the outage ends `%s`, expected a moment after its beginning `%s`"
                            .formatted(outage.text("to", ""), outage.text("from", "")));
            return Optional.empty();
        }
        return Optional.of(new PolicyTest.Outage(from, to, failure(outage.text("kind", "runs-fail")), outage.place()));
    }

    private static PolicyTest.Failure failure(String word) {
        return PolicyTest.Failure.of(word).orElseThrow();
    }

    private static PolicyTest.Expectations expectations(Fields expect) {
        return new PolicyTest.Expectations(
                expect.value("points", Bound::parse, BOUND),
                expect.value("good", Bound::parse, BOUND),
                expect.value("runs", Bound::parse, BOUND),
                expect.value("lookback", Quantities::span, TermsDecoder.SPAN),
                expect.value("newestGoodAge", Quantities::span, TermsDecoder.SPAN),
                expect.flag("monthHasPoint"),
                expect.value("cost", Money::parse, TermsDecoder.MONEY));
    }
}

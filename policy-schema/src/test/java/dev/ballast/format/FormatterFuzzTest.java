package dev.ballast.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Outcome;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.Mutations;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import org.junit.jupiter.api.Test;

/** Damaged policies are formatted without an exception, mean what they meant, and are formatted once and for all. */
class FormatterFuzzTest {
    private static final int COUNT = Integer.getInteger("ballast.fuzz.count", 10_000) / 4;
    private static final Limits LIMITS = new Limits(1 << 20, 32, 200, 5_000, 50);

    @Test
    void formattingIsSafeAndIdempotent() {
        Mutations mutations = new Mutations(7);
        int changed = 0;
        for (int i = 0; i < COUNT; i++) {
            Outcome<SourceFile> before = SourceReader.read("p.yaml", mutations.next(), LIMITS);
            SourceFile file = before.value().orElseThrow();
            String once = format(file);
            if (!once.equals(file.text())) {
                changed++;
                Outcome<SourceFile> after = SourceReader.read("p.yaml", once, LIMITS);
                assertThat(after.hasErrors()).as(file.text()).isEqualTo(before.hasErrors());
                SourceFile again = after.value().orElseThrow();
                if (!before.hasErrors()) {
                    assertThat(again.documents())
                            .extracting(Document::root)
                            .as(file.text())
                            .isEqualTo(file.documents().stream()
                                    .map(Document::root)
                                    .toList());
                }
                assertThat(format(again)).as(file.text()).isEqualTo(once);
            }
        }
        assertThat(changed).isGreaterThan(COUNT / 50);
    }

    private static String format(SourceFile file) {
        try {
            return Formatter.format(file, FormatterTest.ORDER).value().orElseThrow();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("fails on: " + file.text(), e);
        }
    }
}

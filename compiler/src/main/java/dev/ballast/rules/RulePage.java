package dev.ballast.rules;

import dev.ballast.diagnostic.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What people read about a rule: Markdown that begins with one sentence, then the sections of every page.
 *
 * @param text without a heading; the sections are level 2
 * @param excusable whether a PolicyException may let a finding pass
 */
public record RulePage(String id, Severity severity, boolean excusable, String text) {
    static RulePage of(Rule rule) {
        Class<?> type = rule.getClass();
        return new RulePage(rule.id(), rule.severity(), rule.excusable(), read(type, type.getSimpleName() + ".md"));
    }

    static RulePage of(ReadingFindings.Finding finding) {
        return new RulePage(
                finding.id(), finding.severity(), false, read(RulePage.class, "reading/" + finding.id() + ".md"));
    }

    /** The first sentence, without its full stop. */
    public String title() {
        String first = text.lines().findFirst().orElse(id);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    private static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no page " + name + " beside " + beside);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

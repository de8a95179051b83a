package dev.ballast.report;

/** Where the page of a rule is, relative to the root of Ballast's repository. */
final class RulePage {
    private RulePage() {}

    /** GitHub makes the anchor of a heading by dropping its dots. */
    static String of(String rule) {
        return "docs/rules.md#" + rule.replace(".", "");
    }
}

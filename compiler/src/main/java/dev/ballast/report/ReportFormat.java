package dev.ballast.report;

import java.util.Locale;

/** The formats in which findings can be had. */
public enum ReportFormat {
    /** For people. */
    TEXT,
    /** Ballast's own versioned contract. */
    JSON,
    /** Workflow commands of GitHub Actions, which become annotations. */
    GITHUB,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** The JUnit XML that CI servers read. */
    JUNIT,
    /** GitLab's Code Quality report. */
    GITLAB;

    /** The word on the command line: {@code text}, {@code json}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole report; it ends with a line break unless it is empty. */
    public String render(Validation validation, ReportOptions options) {
        return switch (this) {
            case TEXT -> TextReport.render(validation, options.colour());
            case JSON -> ReportEnvelope.text(JsonReport.of(validation));
            case GITHUB -> GithubReport.render(validation.findings());
            case SARIF -> ReportEnvelope.text(SarifReport.of(validation, options));
            case JUNIT -> JunitReport.render(validation, options.failOn());
            case GITLAB -> ReportEnvelope.text(GitlabReport.of(validation.findings()));
        };
    }
}

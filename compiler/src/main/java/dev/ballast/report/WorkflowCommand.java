package dev.ballast.report;

/** A workflow command of GitHub Actions. */
public final class WorkflowCommand {
    private WorkflowCommand() {}

    /**
     * A command without a place, and a line break.
     *
     * @param level {@code error}, {@code warning} or {@code notice}
     */
    public static String of(String level, String title, String message) {
        return "::%s title=%s::%s\n".formatted(level, GithubReport.property(title), GithubReport.data(message));
    }
}

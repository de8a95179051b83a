package dev.ballast.change;

import java.util.List;

/**
 * A comparison as a comment on a pull request. Code hosts refuse comments that are too long, so what matters least is left out first,
 * whole sections or rows at a time.
 */
public final class PlanMarkdown {
    /** GitHub refuses more than 65,536 characters; counted in UTF-16 units, with a reserve. */
    public static final int LONGEST = 60_000;

    /** From everything to the summary alone. */
    private static final List<Extent> EXTENTS = List.of(
            new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE, true),
            new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE, false),
            new Extent(Integer.MAX_VALUE, 0, false),
            new Extent(200, 20, false),
            new Extent(100, 0, false),
            new Extent(20, 0, false),
            new Extent(5, 0, false),
            new Extent(0, 0, false));

    private PlanMarkdown() {}

    /**
     * How much is shown.
     *
     * @param rows of the table of policies, those with the greatest changes
     * @param details how many of these have their objects listed
     * @param fields whether fields are listed too
     */
    record Extent(int rows, int details, boolean fields) {}

    /**
     * The comment. Its first line is hidden and says by which tag and time a later run finds and replaces it.
     *
     * @param tag letters, digits, dots, underscores and hyphens
     */
    public static String of(Comparison comparison, String tag) {
        if (!tag.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("not a tag: " + tag);
        }
        for (Extent extent : EXTENTS) {
            String text = new MarkdownComment(comparison, extent).render(tag);
            if (text.length() <= LONGEST) {
                return text;
            }
        }
        throw new IllegalStateException("even the summary is too long");
    }
}

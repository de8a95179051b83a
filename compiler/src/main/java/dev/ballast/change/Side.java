package dev.ballast.change;

import org.jspecify.annotations.Nullable;

/**
 * Where one side of a comparison came from.
 *
 * @param kind what was read
 * @param name as the user said it: a revision, a folder, a file
 * @param commit the commit that was read, or that is checked out; absent without Git
 * @param errors how many errors it has; what is compared is what can be compiled in spite of them
 */
public record Side(Kind kind, String name, @Nullable String commit, int errors) {
    /** What was read. */
    public enum Kind {
        /** A commit. */
        REVISION,
        /** Files as they lie on the disk. */
        FILES,
        /** A plan that was saved. */
        PLAN,
        /** Nothing at all: everything is new. */
        NOTHING;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The same, with this many errors. */
    public Side withErrors(int number) {
        return new Side(kind, name, commit, number);
    }
}

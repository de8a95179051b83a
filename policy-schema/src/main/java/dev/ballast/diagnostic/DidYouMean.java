package dev.ballast.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * The known word closest to {@code word}: one that differs only in case, else the one with the fewest insertions, deletions,
     * replacements and swaps of neighbours (case ignored), at most a third of the longer word's length. Among equals the one first
     * in the alphabet.
     *
     * @return empty when nothing is close; never {@code word} itself
     */
    public static Optional<String> closest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), candidate.equals(word));
            if (distance < least || (distance == least && best != null && candidate.compareTo(best) < 0)) {
                best = distance == Integer.MAX_VALUE ? null : candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The distance, or {@link Integer#MAX_VALUE} when it is too far. */
    private static int distance(String a, String b, boolean same) {
        int longer = Math.max(a.length(), b.length());
        int most = longer / 3;
        if (same || longer > 200 || Math.abs(a.length() - b.length()) > most) {
            return Integer.MAX_VALUE;
        }
        int distance = restrictedDamerauLevenshtein(a, b);
        return distance <= most ? distance : Integer.MAX_VALUE;
    }

    private static int restrictedDamerauLevenshtein(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                d[i][j] = swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
            }
        }
        return d[a.length()][b.length()];
    }
}

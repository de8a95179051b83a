package dev.ballast.hooks;

import java.util.Map;

/** The steps that Ballast's own recipes are made of: each runs in {@code container} and has {@code timeout}. */
final class Steps {
    private Steps() {}

    /** A step that the backup is not good without. */
    static RecipeStep must(Action action) {
        return new RecipeStep("$(params.container)", action, "$(params.timeout)", OnError.FAIL);
    }

    /**
     * A step after which the backup must go on even if it failed. A freeze and its thaw are such: after a pre hook that fails with Fail,
     * Velero skips the thaw, and captures the volumes all the same.
     */
    static RecipeStep may(Action action) {
        return new RecipeStep("$(params.container)", action, "$(params.timeout)", OnError.CONTINUE);
    }

    static Action script(String file) {
        return new Action.Template(file, Map.of());
    }

    static Action script(String file, String constant, String value) {
        return new Action.Template(file, Map.of(constant, value));
    }
}

package dev.ballast.hooks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A named pair of hooks with parameters: one of Ballast's own, or a HookTemplate.
 *
 * @param params by name, in the order in which they are documented
 * @param freezes whether the pre steps stop an application's writes until the post steps let them go on
 */
public record HookRecipe(
        String name,
        String description,
        Map<String, Param> params,
        List<RecipeStep> pre,
        List<RecipeStep> post,
        boolean freezes) {
    public HookRecipe {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        pre = List.copyOf(pre);
        post = List.copyOf(post);
        if (freezes && (pre.isEmpty() || post.isEmpty())) {
            throw new IllegalArgumentException("recipe `" + name + "` freezes but does not thaw");
        }
    }

    /** All steps, pre before post. */
    List<RecipeStep> steps() {
        var all = new ArrayList<>(pre);
        all.addAll(post);
        return all;
    }
}

package dev.ballast.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A named recipe of hooks; {@code $(params.NAME)} in its texts is replaced where it is used. */
public record HookTemplate(
        Meta meta, String description, Map<String, Param> params, List<Hook.Step> pre, List<Hook.Step> post) {

    /** The name, unique among templates, the built-in ones included. */
    public String name() {
        return meta.name();
    }

    /**
     * A parameter of a template.
     *
     * @param fallback absent means that the value must be given
     */
    public record Param(String description, @Nullable String fallback) {}
}

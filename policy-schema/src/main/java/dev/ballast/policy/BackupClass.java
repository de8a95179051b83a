package dev.ballast.policy;

import java.util.Map;

/** A reusable promise. */
public record BackupClass(Meta meta, Layer terms, Map<String, Layer> overrides, Limits limits) {
    /** The name, unique among classes. */
    public String name() {
        return meta.name();
    }
}

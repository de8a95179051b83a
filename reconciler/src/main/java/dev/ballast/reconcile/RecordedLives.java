package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.drift.TierLife;
import dev.ballast.policy.Tier;
import dev.ballast.schema.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reconciler wrote down about tiers, for whoever else judges them: it saw changes that nobody can see afterwards. */
public final class RecordedLives {
    private RecordedLives() {}

    /**
     * Since when tiers are as they are, by policy.
     *
     * @param objects as they are in the cluster; those that are no policies are passed over
     */
    public static Map<String, Map<Tier, TierLife>> of(List<JsonNode> objects) {
        var lives = new TreeMap<String, Map<Tier, TierLife>>();
        for (JsonNode object : objects) {
            if (object.path("kind").asText().equals(Kind.BACKUP_POLICY.word())) {
                lives.put(object.path("metadata").path("name").asText(), PolicyStatus.lives(object.path("status")));
            }
        }
        return lives;
    }
}

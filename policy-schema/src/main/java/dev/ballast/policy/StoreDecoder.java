package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Place;
import java.util.ArrayList;
import java.util.function.Function;

/** Decodes the fields of a store, once the layers of an environment have been laid. */
public final class StoreDecoder {
    private StoreDecoder() {}

    /** Decodes an object whose shape the schema has accepted. */
    public static BackupStore.Settings decode(JsonNode tree, Function<String, Place.Field> places) {
        var fields = new Fields(tree, "", places, new ArrayList<>());
        return new BackupStore.Settings(
                fields.text("provider", ""),
                fields.text("account"),
                fields.text("bucket", ""),
                fields.text("prefix"),
                fields.text("region"),
                fields.text("endpoint"),
                fields.text("caCert"),
                credential(fields),
                fields.object("encryption").text("kmsKey"),
                fields.flag("default", false),
                fields.text("access"),
                fields.flag("managed", true),
                fields.map("config"),
                fields.object("prices").text("objects"),
                facts(fields.object("facts")));
    }

    static BackupStore.@org.jspecify.annotations.Nullable Credential credential(Fields fields) {
        Fields credential = fields.object("credential");
        return fields.has("credential")
                ? new BackupStore.Credential(credential.text("secret", ""), credential.text("key", ""))
                : null;
    }

    private static BackupStore.Facts facts(Fields facts) {
        Fields lock = facts.object("lock");
        return new BackupStore.Facts(
                facts.flag("versioning"),
                facts.number("noncurrentDays"),
                facts.number("expireDays"),
                facts.text("storageClass"),
                facts.objects("transitions").stream()
                        .map(t -> new BackupStore.Transition(t.number("days", 0), t.text("class", "")))
                        .toList(),
                facts.text("encryption"),
                facts.has("lock") ? new BackupStore.Lock(lock.text("mode", ""), lock.number("days", 0)) : null,
                facts.text("replicatesTo"),
                facts.flag("inCluster", false));
    }
}

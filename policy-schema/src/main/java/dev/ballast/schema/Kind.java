package dev.ballast.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of the language, in the order in which documentation speaks of them. */
public enum Kind {
    BACKUP_POLICY("BackupPolicy", "backuppolicies", "bpol"),
    BACKUP_CLASS("BackupClass", "backupclasses", "bclass"),
    ENVIRONMENT("Environment", "environments", "benv"),
    BACKUP_STORE("BackupStore", "backupstores", "bstore"),
    HOOK_TEMPLATE("HookTemplate", "hooktemplates", "bhook"),
    POLICY_EXCEPTION("PolicyException", "policyexceptions", "bex"),
    PRICE_BOOK("PriceBook", "pricebooks", "bprice"),
    POLICY_TEST("PolicyTest", "policytests", "btest");

    /** The API group of every kind. */
    public static final String GROUP = "ballast.dev";

    /** The one version of the language. */
    public static final String VERSION = "v1alpha1";

    /** What a document writes as its {@code apiVersion}. */
    public static final String API_VERSION = GROUP + "/" + VERSION;

    private final String word;
    private final String plural;
    private final String shortName;

    Kind(String word, String plural, String shortName) {
        this.word = word;
        this.plural = plural;
        this.shortName = shortName;
    }

    /** The word a document writes as its {@code kind}, for example {@code BackupPolicy}. */
    public String word() {
        return word;
    }

    /** The plural in lower case, as in {@code kubectl get backuppolicies}. */
    public String plural() {
        return plural;
    }

    /** The abbreviation that {@code kubectl} takes. */
    public String shortName() {
        return shortName;
    }

    /** The kind a document means by {@code word}, written exactly so. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All words, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}

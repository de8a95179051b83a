package dev.ballast.rules.store;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises credentials by their form. */
final class Secrets {
    private static final Map<String, Pattern> FORMS = forms();

    /** Keys, without case and marks, whose values can only be secrets. */
    private static final Set<String> NAMES = Set.of(
            "secretaccesskey",
            "awssecretaccesskey",
            "secretkey",
            "accesskey",
            "accesskeyid",
            "awsaccesskeyid",
            "storageaccountkey",
            "accountkey",
            "sastoken",
            "clientsecret",
            "privatekey",
            "password",
            "token");

    private Secrets() {}

    private static Map<String, Pattern> forms() {
        var forms = new LinkedHashMap<String, Pattern>();
        forms.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));
        forms.put("an access key of AWS", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"));
        forms.put("a secret key of AWS", Pattern.compile("(?i)aws_secret_access_key\\s*[=:]"));
        forms.put("a key of an Azure storage account", Pattern.compile("(?i)\\bAccountKey=[A-Za-z0-9+/=]{20,}"));
        forms.put("a SAS token of Azure", Pattern.compile("[?&]sig=[A-Za-z0-9%+/=]{20,}"));
        forms.put("a password within a URL", Pattern.compile("://[^/@:\\s]+:[^/@\\s]+@"));
        return forms;
    }

    /** What kind of secret the value of a key is; nothing when it looks like none. */
    static Optional<String> in(String key, String text) {
        Optional<String> form = FORMS.entrySet().stream()
                .filter(known -> known.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
        if (form.isPresent() || text.isBlank()) {
            return form;
        }
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return NAMES.contains(name) ? Optional.of("the value of `%s`".formatted(key)) : Optional.empty();
    }
}

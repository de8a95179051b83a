package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Optional;

/** A password or key written into a hook. */
final class LiteralSecret implements Rule.OfFleet {
    @Override
    public String id() {
        return "hook.literal-secret";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        return HookText.all(context.set()).stream()
                .flatMap(text -> judge(text).stream())
                .toList();
    }

    private Optional<Diagnostic> judge(HookText text) {
        Optional<String> secret =
                text.param().isEmpty() ? SecretText.in(text.text()) : SecretText.inParam(text.param(), text.text());
        return secret.map(shown -> at(
                        text.place(),
                        "`%s` looks like a secret written out: it would stand in Git, in the Schedule and in every backup"
                                .formatted(shown))
                .help("let the container read it, from a variable of its environment or a mounted file"));
    }
}

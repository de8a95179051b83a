package dev.ballast.e2e.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the {@link Browser} to test methods: one for the whole run, closed with it by JUnit's store. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {
    private static final String REQUIRED = "BALLAST_REQUIRE_E2E";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean required = Boolean.parseBoolean(System.getenv(REQUIRED)) || Boolean.getBoolean(REQUIRED);
        return decide(Browser.program(), required);
    }

    static ConditionEvaluationResult decide(Optional<Path> program, boolean required) {
        if (program.isPresent()) {
            return ConditionEvaluationResult.enabled("there is " + program.get());
        }
        String reason = "there is no `chromium` on the PATH";
        if (required) {
            throw new IllegalStateException(REQUIRED + " is set, but " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(BrowserExtension.class))
                .computeIfAbsent(Browser.class, key -> start(), Browser.class);
    }

    private static Browser start() {
        try {
            return Browser.start(Browser.program().orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException("the browser does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the browser was starting", e);
        }
    }
}

package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives {@link Clusters} to test methods: one for the whole run, closed with it by JUnit's store. */
final class ClusterExtension implements ExecutionCondition, ParameterResolver {
    private static final String REQUIRED = "BALLAST_REQUIRE_E2E";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        NeedsCluster needs = context.getRequiredTestClass().getAnnotation(NeedsCluster.class);
        boolean required = Boolean.parseBoolean(System.getenv(REQUIRED)) || Boolean.getBoolean(REQUIRED);
        boolean modules = needs.crdsFromGo() || needs.velero() || needs.argoCd();
        return decide(Tools.here(), modules, needs.argoCd(), required);
    }

    static ConditionEvaluationResult decide(Tools tools, boolean modules, boolean argoCd, boolean required) {
        Optional<String> reason = tools.missing()
                .or(() -> modules ? tools.missingModules() : Optional.empty())
                .or(() -> argoCd ? tools.missingForArgoCd() : Optional.empty());
        if (reason.isEmpty()) {
            return ConditionEvaluationResult.enabled("everything is at hand");
        }
        if (required) {
            throw new IllegalStateException(REQUIRED + " is set, but " + reason.get());
        }
        return ConditionEvaluationResult.disabled(reason.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Clusters.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ClusterExtension.class))
                .computeIfAbsent(Clusters.class, key -> start(), Clusters.class);
    }

    private static Clusters start() {
        try {
            return Clusters.start();
        } catch (IOException e) {
            throw new IllegalStateException("etcd does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while etcd was starting", e);
        }
    }
}

package dev.ballast.change;

import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.PolicyException;
import dev.ballast.policy.PolicySet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/** Whether a PolicyException of the new side lets a crossing pass. */
record Excused(PolicySet set, Instant at) {
    boolean covers(Crossing crossing) {
        LocalDate today = at.atZone(ZoneOffset.UTC).toLocalDate();
        return set.exceptions().stream()
                .anyMatch(exception -> exception.rule().equals(crossing.rule())
                        && !exception.expires().isBefore(today)
                        && targets(exception, crossing)
                        && holdsIn(exception, crossing));
    }

    private boolean targets(PolicyException exception, Crossing crossing) {
        String target = exception.targetName();
        return switch (exception.targetKind()) {
            case "BackupPolicy" -> target.equals(crossing.policy());
            case "Environment" -> target.equals(crossing.environment());
            case "BackupClass" ->
                set.policies().stream()
                        .filter(policy -> policy.name().equals(crossing.policy()))
                        .map(BackupPolicy::backupClass)
                        .filter(Objects::nonNull)
                        .anyMatch(target::equals);
            default -> false;
        };
    }

    private boolean holdsIn(PolicyException exception, Crossing crossing) {
        return exception.environments().isEmpty()
                || set.environments().stream()
                        .filter(environment -> environment.name().equals(crossing.environment()))
                        .anyMatch(
                                environment -> exception.environments().stream().anyMatch(environment::isCalled));
    }
}

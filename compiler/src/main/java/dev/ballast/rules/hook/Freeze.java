package dev.ballast.rules.hook;

import dev.ballast.hooks.HookStep;
import dev.ballast.plan.HookPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ways of holding an application still, and of letting it go on. */
enum Freeze {
    FILE_SYSTEM("fsfreeze --freeze", "freeze\\s+(.*\\s)?(-f|--freeze)\\b", "freeze\\s+(.*\\s)?(-u|--unfreeze)\\b"),
    MYSQL(
            "FLUSH TABLES WITH READ LOCK",
            "\\bFLUSH\\s+((LOCAL|NO_WRITE_TO_BINLOG)\\s+)?TABLES?\\b[^;]*\\bWITH\\s+READ\\s+LOCK\\b",
            "\\bUNLOCK\\s+TABLES?\\b"),
    MYSQL_INSTANCE("LOCK INSTANCE FOR BACKUP", "\\bLOCK\\s+INSTANCE\\s+FOR\\s+BACKUP\\b", "\\bUNLOCK\\s+INSTANCE\\b"),
    MARIADB("BACKUP STAGE START", "\\bBACKUP\\s+STAGE\\s+START\\b", "\\bBACKUP\\s+STAGE\\s+END\\b"),
    MONGODB("fsyncLock", "\\bfsyncLock\\b|\\bfsync\\b[^;]*\\block\\b\\s*:\\s*(true|1)", "\\bfsyncUnlock\\b"),
    POSTGRES("pg_backup_start", "\\bpg_(backup_start|start_backup)\\b", "\\bpg_(backup_stop|stop_backup)\\b");

    /** What every way of freezing has one of; most scripts have none and need no closer look. */
    private static final Pattern MAYBE = Pattern.compile("freeze|lock|backup", Pattern.CASE_INSENSITIVE);

    private final String words;
    private final Pattern freezes;
    private final Pattern thaws;

    Freeze(String words, String freezes, String thaws) {
        this.words = words;
        this.freezes = Pattern.compile(freezes, Pattern.CASE_INSENSITIVE);
        this.thaws = Pattern.compile(thaws, Pattern.CASE_INSENSITIVE);
    }

    /** What a step leaves frozen when it ends; a step that thaws what it froze leaves nothing. */
    static Optional<Freeze> leftBy(HookStep step) {
        String text = String.join(" ", step.command());
        if (!MAYBE.matcher(text).find()) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(freeze -> freeze.freezes.matcher(text).find()
                        && !freeze.thaws.matcher(text).find())
                .findFirst();
    }

    /** Whether some of the steps lets it go on. */
    boolean thawedBy(List<HookStep> steps) {
        return steps.stream()
                .anyMatch(
                        step -> thaws.matcher(String.join(" ", step.command())).find());
    }

    /** Whether an application stands still between the pre and the post steps of a hook. */
    static boolean by(HookPlan hook) {
        return hook.freezes()
                || hook.pre().stream().anyMatch(step -> leftBy(step).isPresent());
    }

    /** What freezes, for a message. */
    String words() {
        return words;
    }
}

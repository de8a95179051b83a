package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template that ships must not contain, because its values would then be read by the shell, or its errors be lost. */
class ShippedTemplatesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/ballast");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\?\\s*(eval|eval_json|interpret|no_esc|api|new|c|string)\\b|<#(attempt|recover|noautoesc|outputformat|ftl|setting)\\b|<<|`");
    private static final Pattern DIRECTIVE = Pattern.compile("</?#[a-z]+(\\s+\"[^\"]*\"|[^>\"])*>");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".ftl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aShippedTemplateHoldsNothingForbidden(Path template) throws IOException {
        assertThat(forbidden(Files.readString(template))).isEmpty();
    }

    @Test
    void everyTemplateIsAScriptAndUsed() throws IOException {
        var used = new ArrayList<String>();
        BuiltInHooks.all()
                .forEach(recipe -> recipe.steps().forEach(step -> {
                    if (step.action() instanceof Action.Template template) {
                        used.add(template.file());
                    }
                }));
        List<Path> scripts = templates().stream()
                .filter(template -> template.startsWith(RESOURCES.resolve("hooks")))
                .toList();
        for (Path template : scripts) {
            Pattern.compile("<#include \"([^\"]+)\">")
                    .matcher(Files.readString(template))
                    .results()
                    .forEach(include -> used.add(include.group(1)));
        }
        assertThat(scripts)
                .extracting(template -> template.getFileName().toString())
                .allMatch(name -> name.endsWith(".sh.ftl"))
                .hasSameElementsAs(used);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "echo \"[=x]\" | a value in double quotes",
                "echo \"a{N}b [=x]\" | a value in double quotes",
                "echo \"$(echo [=x])\" | a value in double quotes",
                "echo '[=x]' | a value in single quotes",
                "# [=x] | a value in a comment",
                "echo ${y:-[=x]} | a value in an expansion",
                "echo $((1 + [=x])) | a value in an expansion",
                "cat <<E{N}[=x]{N}E | <<",
                "cat <<-'E'{N}[=x]{N}E | <<",
                "echo `date` | `",
                "[=x?eval] | ?eval",
                "[=x ? interpret] | ? interpret",
                "<@x?interpret /> | ?interpret",
                "[=x?no_esc] | ?no_esc",
                "<#noautoesc>[=x]</#noautoesc> | <#noautoesc",
                "<#outputformat 'plainText'>[=x]</#outputformat> | <#outputformat",
                "<#attempt>[=x]<#recover></#attempt> | <#attempt",
                "<#ftl output_format='plainText'> | <#ftl",
            })
    void eachForbiddenFormIsCaught(String template, String finding) {
        assertThat(forbidden(template.replace("{N}", "\n"))).contains(finding);
    }

    @Test
    void whatIsAllowedPasses() {
        assertThat(
                        forbidden(
                                "# don't \"stop\nx=[=x] \"$y\"/[=z]\"'\" 'a\"b' \"\\\"\" ${y} $((1 + 2))<#if a?has_content> --b [=a]</#if>\n"))
                .isEmpty();
    }

    private static List<String> forbidden(String template) {
        var found = new ArrayList<String>();
        FORBIDDEN.matcher(template).results().forEach(match -> found.add(match.group()));
        String script =
                DIRECTIVE.matcher(template.replaceAll("(?s)<#--.*?-->", "")).replaceAll("");
        var expansions = Pattern.compile("\\$\\{[^}]*\\[=|\\$\\(\\([^)]*\\[=").matcher(script);
        expansions.results().forEach(match -> found.add("a value in an expansion"));
        String context = "";
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            if (script.startsWith("[=", i) && !context.isEmpty()) {
                found.add("a value in " + context);
            } else if (c == '\\' && !context.equals("single quotes") && !context.equals("a comment")) {
                i++;
            } else {
                context = next(context, c, i == 0 ? '\n' : script.charAt(i - 1));
            }
        }
        return found;
    }

    private static String next(String context, char c, char before) {
        return switch (context) {
            case "double quotes" -> c == '"' ? "" : context;
            case "single quotes" -> c == '\'' ? "" : context;
            case "a comment" -> c == '\n' ? "" : context;
            default ->
                c == '"'
                        ? "double quotes"
                        : c == '\'' ? "single quotes" : c == '#' && Character.isWhitespace(before) ? "a comment" : "";
        };
    }
}

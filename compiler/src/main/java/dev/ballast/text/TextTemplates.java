package dev.ballast.text;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The templates on Ballast's class path, under one strict configuration: what is not certain is an exception, never a guess. */
public final class TextTemplates {
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);

    public TextTemplates() {
        var wrapper = new SimpleObjectWrapper(Configuration.VERSION_2_3_35);
        wrapper.writeProtect();
        configuration.setObjectWrapper(wrapper);
        configuration.setTemplateLoader(new ClassTemplateLoader(TextTemplates.class, "/dev/ballast"));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("c");
        configuration.setBooleanFormat("c");
        configuration.setLocalizedLookup(false);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateConfigurations(new FirstMatchTemplateConfigurationFactory(
                        new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.sh.ftl"), shell()),
                        new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.html.ftl"), page()))
                .allowNoMatch(true));
    }

    /** Square brackets, because {@code ${x}} is the shell's own. */
    private static TemplateConfiguration shell() {
        var shell = new TemplateConfiguration();
        shell.setOutputFormat(ShellOutputFormat.INSTANCE);
        shell.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        shell.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        return shell;
    }

    private static TemplateConfiguration page() {
        var values = new PageValues();
        values.writeProtect();
        var page = new TemplateConfiguration();
        page.setOutputFormat(HTMLOutputFormat.INSTANCE);
        page.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        page.setObjectWrapper(values);
        page.setWhitespaceStripping(true);
        return page;
    }

    /**
     * A script for {@code /bin/sh}, every value in it one quoted word.
     *
     * @param name path of the template below {@code dev/ballast}, ending in {@code .sh.ftl}
     * @param model the values by name; one that the template wants and the model lacks is an error
     * @throws IllegalStateException if the template is wrong or wants what the model lacks: a bug of Ballast's, never of a user's
     */
    public String script(String name, Map<String, String> model) {
        if (!name.endsWith(".sh.ftl")) {
            throw new IllegalArgumentException("not a script template: " + name);
        }
        return render(name, model);
    }

    /**
     * A page in HTML, every value in it escaped but {@link Markup}.
     *
     * @param name path of the template below {@code dev/ballast}, ending in {@code .html.ftl}
     * @param model text, numbers, truth values, {@link Markup}, and lists and maps of these, by name; one that the template wants and
     *     the model lacks is an error
     * @throws IllegalStateException if the template is wrong or wants what the model lacks: a bug of Ballast's, never of a user's
     */
    public String page(String name, Map<String, ?> model) {
        if (!name.endsWith(".html.ftl")) {
            throw new IllegalArgumentException("not a template of a page: " + name);
        }
        return render(name, model);
    }

    private String render(String name, Map<String, ?> model) {
        var out = new StringWriter();
        try {
            configuration.getTemplate(name).process(model, out);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + name + " failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}

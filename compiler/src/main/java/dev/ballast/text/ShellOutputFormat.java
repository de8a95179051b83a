package dev.ballast.text;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A script for {@code /bin/sh}: every value becomes one quoted word. */
final class ShellOutputFormat extends CommonMarkupOutputFormat<ShellOutputFormat.Words> {
    static final ShellOutputFormat INSTANCE = new ShellOutputFormat();

    private ShellOutputFormat() {}

    @Override
    public String getName() {
        return "shell";
    }

    @Override
    public String getMimeType() {
        return "application/x-sh";
    }

    @Override
    public void output(String plainText, Writer out) throws IOException, TemplateModelException {
        out.write(escapePlainText(plainText));
    }

    @Override
    public String escapePlainText(String plainText) {
        return ShellWord.quote(plainText);
    }

    /** No other format writes shell words, so no built-in may claim to have escaped a value already. */
    @Override
    public boolean isLegacyBuiltInBypassed(String builtInName) {
        return false;
    }

    @Override
    protected Words newTemplateMarkupOutputModel(@Nullable String plainText, @Nullable String markup) {
        return new Words(plainText, markup);
    }

    /** What Freemarker carries around of a script that is written already. */
    static final class Words extends CommonTemplateMarkupOutputModel<Words> {
        Words(@Nullable String plainText, @Nullable String markup) {
            super(plainText, markup);
        }

        @Override
        public ShellOutputFormat getOutputFormat() {
            return INSTANCE;
        }
    }
}

package dev.ballast.text;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import org.jspecify.annotations.Nullable;

/** What a template may be given: text, numbers, truth values, lists, maps, and for pages {@link Markup}; nothing with methods. */
final class PageValues extends SimpleObjectWrapper {
    PageValues() {
        super(Configuration.VERSION_2_3_35);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        return value instanceof String text ? new SimpleScalar(Markup.harmless(text)) : super.wrap(value);
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
        return value instanceof Markup markup
                ? HTMLOutputFormat.INSTANCE.fromMarkup(markup.toString())
                : super.handleUnknownType(value);
    }
}

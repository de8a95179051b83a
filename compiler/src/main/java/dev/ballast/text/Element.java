package dev.ballast.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** One element of a drawing while it is being written: attributes first, then what it holds. Every value in it is escaped. */
public final class Element {
    private static final Set<String> NAMES =
            Set.of("svg", "g", "path", "rect", "line", "circle", "text", "tspan", "title", "desc");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns",
            "viewBox",
            "width",
            "height",
            "role",
            "class",
            "id",
            "d",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "dx",
            "dy",
            "transform",
            "text-anchor",
            "aria-hidden",
            "aria-labelledby",
            "focusable");

    private final String name;
    private final StringBuilder out;
    private boolean open = true;

    private Element(String name) {
        this.name = name;
        this.out = new StringBuilder("<").append(name);
    }

    /**
     * An empty element.
     *
     * @throws IllegalArgumentException for one that a drawing has no need of, such as a script
     */
    public static Element of(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("not an element of a drawing: " + name);
        }
        return new Element(name);
    }

    /**
     * Adds an attribute.
     *
     * @throws IllegalArgumentException for one that is not of a drawing, such as a handler of events or a link
     * @throws IllegalStateException once the element holds something
     */
    public Element with(String attribute, String value) {
        if (!ATTRIBUTES.contains(attribute)) {
            throw new IllegalArgumentException("not an attribute of a drawing: " + attribute);
        }
        if (!open) {
            throw new IllegalStateException("an attribute after the content of " + name);
        }
        out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Markup.escape(value))
                .append('"');
        return this;
    }

    /** Adds a length in units of the drawing, to a tenth. */
    public Element with(String attribute, double value) {
        return with(attribute, number(value));
    }

    /** Adds an element. */
    public Element holding(Element child) {
        return holding(child.markup());
    }

    /** Adds what is written already. */
    public Element holding(Markup content) {
        begin();
        out.append(content);
        return this;
    }

    /** Adds text. */
    public Element holding(String text) {
        begin();
        out.append(Markup.escape(text));
        return this;
    }

    /** The finished element; to be asked for once. */
    public Markup markup() {
        out.append(open ? "/>" : "</" + name + ">");
        return new Markup(out.toString());
    }

    /** A length as it is written: rounded to a tenth, without a needless zero. */
    public static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private void begin() {
        if (open) {
            out.append('>');
            open = false;
        }
    }
}

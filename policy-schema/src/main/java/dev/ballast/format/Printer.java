package dev.ballast.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes pieces in canonical form, as lines. */
final class Printer {
    private static final int WIDTH = 120;

    private final String kind;
    private final KeyOrder order;

    Printer(String kind, KeyOrder order) {
        this.kind = kind;
        this.order = order;
    }

    /** The lines of a block at column 0, to be indented by {@code indent} (which counts for the width only). */
    List<String> block(Piece.Block block, String pointer, int indent) {
        List<String> out = new ArrayList<>();
        List<Piece.Member> members = ordered(block.members(), block.mapping(), pointer);
        for (int i = 0; i < members.size(); i++) {
            Piece.Member member = members.get(i);
            add(out, member.leading());
            member(out, member, child(pointer, block.mapping(), member, i), indent);
        }
        add(out, block.tail());
        return out;
    }

    /** No blank line at the beginning, and never two in a row. */
    private static void add(List<String> out, List<String> more) {
        for (String line : more) {
            boolean needless =
                    line.isEmpty() && (out.isEmpty() || out.get(out.size() - 1).isEmpty());
            if (!needless) {
                out.add(line);
            }
        }
    }

    private static String child(String pointer, boolean mapping, Piece.Member member, int index) {
        String name = mapping ? member.name().replace("~", "~0").replace("/", "~1") : String.valueOf(index);
        return pointer + "/" + name;
    }

    private List<Piece.Member> ordered(List<Piece.Member> members, boolean mapping, String pointer) {
        List<String> keys = mapping ? order.keys(kind, pointer) : List.of();
        if (keys.isEmpty()) {
            return members;
        }
        return members.stream()
                .sorted(Comparator.comparingInt(m -> rank(keys, m.name())))
                .toList();
    }

    private static int rank(List<String> keys, String name) {
        int index = keys.indexOf(name);
        return name.equals("<<") ? -1 : index < 0 ? keys.size() : index;
    }

    private void member(List<String> out, Piece.Member member, String pointer, int indent) {
        String head = member.key() == null ? "-" : Quotes.text(member.key()) + ":";
        head = join(head, member.value().properties());
        if (member.value() instanceof Piece.Block inner) {
            nested(out, member, head, inner, pointer, indent);
        } else if (member.value() instanceof Piece.Flow flow) {
            flow(out, member, head, flow, pointer, indent);
        } else {
            leaf(out, member, head, (Piece.Leaf) member.value());
        }
    }

    private static String join(String head, String more) {
        return more.isEmpty() ? head : head + " " + more;
    }

    private void nested(
            List<String> out, Piece.Member member, String head, Piece.Block inner, String pointer, int indent) {
        List<String> lines = block(inner, pointer, indent + 2);
        boolean compact = head.equals("-")
                && member.comment().isEmpty()
                && !lines.get(0).isEmpty()
                && !lines.get(0).startsWith("#");
        if (compact) {
            out.add("- " + lines.get(0));
        } else {
            out.add(join(head, member.comment()));
        }
        indented(out, compact ? lines.subList(1, lines.size()) : lines);
    }

    private static void indented(List<String> out, List<String> lines) {
        for (String line : lines) {
            out.add(line.isEmpty() ? "" : "  " + line);
        }
    }

    private void flow(List<String> out, Piece.Member member, String head, Piece.Flow flow, String pointer, int indent) {
        Optional<String> single = single(flow, pointer);
        if (single.isPresent() && indent + head.length() + 1 + length(single.get()) <= WIDTH) {
            out.add(join(join(head, single.get()), member.comment()));
        } else if (single.isPresent() && !flow.members().isEmpty()) {
            Piece.Block block = new Piece.Block(
                    flow.properties(), flow.start(), flow.end(), flow.mapping(), flow.members(), List.of());
            nested(out, member, head, block, pointer, indent);
        } else {
            raw(out, head, flow.raw(), member.comment());
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A flow collection on one line, or empty when it must stay as it is written. */
    private Optional<String> single(Piece.Flow flow, String pointer) {
        boolean written = flow.raw().startsWith(flow.mapping() ? "{" : "[");
        if (!written || flow.raw().lines().anyMatch(Printer::mayHoldComment)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        List<Piece.Member> members = ordered(flow.members(), flow.mapping(), pointer);
        for (int i = 0; i < members.size(); i++) {
            Piece.Member member = members.get(i);
            Optional<String> value = inFlow(member.value(), child(pointer, flow.mapping(), member, i));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            String key = member.key() == null ? "" : Quotes.text(member.key()) + ": ";
            parts.add(key + value.get());
        }
        String inside = String.join(", ", parts);
        return Optional.of(flow.mapping() ? "{" + inside + "}" : "[" + inside + "]");
    }

    private static boolean mayHoldComment(String line) {
        return line.startsWith("#") || line.contains(" #") || line.contains("\t#");
    }

    private Optional<String> inFlow(Piece value, String pointer) {
        if (value instanceof Piece.Leaf leaf) {
            boolean simple = !leaf.raw().isEmpty() && !leaf.raw().contains("\n");
            return simple ? Optional.of(before(leaf.properties()) + Quotes.text(leaf)) : Optional.empty();
        }
        return value instanceof Piece.Flow flow
                ? single(flow, pointer).map(text -> before(flow.properties()) + text)
                : Optional.empty();
    }

    private static String before(String properties) {
        return properties.isEmpty() ? "" : properties + " ";
    }

    private static void leaf(List<String> out, Piece.Member member, String head, Piece.Leaf leaf) {
        if (leaf.textBlock()) {
            textBlock(out, head, leaf.raw());
        } else {
            raw(out, head, Quotes.text(leaf), member.comment());
        }
    }

    /** A value of several lines: white space at their beginnings means nothing. */
    private static void raw(List<String> out, String head, String raw, String comment) {
        List<String> lines = raw.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0).stripTrailing();
        if (lines.size() < 2) {
            out.add(join(join(head, first), comment));
            return;
        }
        out.add(join(head, first));
        for (String line : lines.subList(1, lines.size())) {
            out.add(line.isBlank() ? "" : "  " + line.strip());
        }
        out.set(out.size() - 1, join(out.get(out.size() - 1), comment));
    }

    private static void textBlock(List<String> out, String head, String raw) {
        List<String> lines = raw.lines().toList();
        out.add(join(head, lines.get(0).stripTrailing()));
        List<String> content = lines.subList(1, lines.size());
        int base = content.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .findFirst()
                .orElse(0);
        for (String line : content) {
            out.add(line.length() <= base ? "" : "  " + line.substring(base));
        }
    }
}

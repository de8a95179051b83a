package dev.ballast.format;

import java.util.ArrayList;
import java.util.List;

/** Gives every comment and blank line to the member it belongs to, so that it moves with it. */
final class Comments {
    private final TextLines lines;

    Comments(TextLines lines) {
        this.lines = lines;
    }

    /** The block with its comments; {@code from} is the first line that may hold some, {@code to} the first behind it. */
    Piece.Block attach(Piece.Block block, int from, int to) throws Piece.Unformattable {
        List<Piece.Member> members = new ArrayList<>();
        int free = from;
        for (int i = 0; i < block.members().size(); i++) {
            Piece.Member member = block.members().get(i);
            int line = lines.lineAt(member.start());
            List<String> leading = trivia(free, Math.max(free, line));
            boolean last = i + 1 == block.members().size();
            int next = last ? to : lines.lineAt(block.members().get(i + 1).start());
            Piece value = member.value();
            int end = lines.lineAt(value.end()) + 1;
            if (value instanceof Piece.Block inner) {
                int own = tailEnd(inner, end, next, lines.column(member.start()));
                members.add(nested(member, inner, leading, line, own));
                end = own;
            } else {
                members.add(plain(member, leading, line, end - 1));
            }
            free = Math.max(free, end);
        }
        return new Piece.Block(
                block.properties(),
                block.start(),
                block.end(),
                block.mapping(),
                members,
                trivia(free, Math.max(free, to)));
    }

    private Piece.Member nested(Piece.Member member, Piece.Block inner, List<String> leading, int line, int own)
            throws Piece.Unformattable {
        boolean compact = lines.lineAt(inner.start()) == line;
        String comment = compact ? "" : lines.comment(line);
        Piece.Block value = attach(inner, line + 1, own);
        return new Piece.Member(member.key(), value, member.start(), leading, comment);
    }

    private Piece.Member plain(Piece.Member member, List<String> leading, int line, int end)
            throws Piece.Unformattable {
        for (int i = line; i < lines.lineAt(member.value().start()); i++) {
            if (!lines.comment(i).isEmpty()) {
                throw new Piece.Unformattable("a comment stands between a key and its value");
            }
        }
        return new Piece.Member(member.key(), member.value(), member.start(), leading, lines.comment(end));
    }

    /** Comments behind a block belong to it as long as they are indented like it and deeper than what holds it. */
    private int tailEnd(Piece.Block inner, int from, int to, int outer) {
        int least = Math.max(outer + 1, lines.column(inner.start()));
        int end = from;
        for (int i = from; i < to; i++) {
            if (!lines.comment(i).isEmpty()) {
                if (lines.indent(i) < least) {
                    break;
                }
                end = i + 1;
            }
        }
        return end;
    }

    /** Comment lines, and single blank lines between them. */
    private List<String> trivia(int from, int to) throws Piece.Unformattable {
        List<String> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String comment = lines.comment(i);
            if (!comment.isEmpty()) {
                found.add(comment);
            } else if (!lines.line(i).isBlank()) {
                throw new Piece.Unformattable("a value is laid out in an unusual way");
            } else if (found.isEmpty() || !found.get(found.size() - 1).isEmpty()) {
                found.add("");
            }
        }
        return found;
    }
}

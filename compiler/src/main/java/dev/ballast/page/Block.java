package dev.ballast.page;

import java.util.List;
import java.util.Map;

/** A part of a page below a heading. */
sealed interface Block permits DataTable, Block.Figure, Block.Tiles, Block.Notes {
    /** What the template wants to know of it; its {@code kind} says which part of the template. */
    Map<String, Object> model();

    /**
     * A chart with the figures it shows.
     *
     * @param caption what it shows
     * @param legend what each colour means; empty where the lines say it themselves
     * @param figures in words and numbers, folded away
     */
    record Figure(String caption, List<Key> legend, Drawing drawing, DataTable figures) implements Block {
        @Override
        public Map<String, Object> model() {
            return Map.of(
                    "kind",
                    "figure",
                    "caption",
                    caption,
                    "legend",
                    legend.stream()
                            .map(key -> Map.of("style", key.style(), "name", key.name()))
                            .toList(),
                    "wide",
                    drawing.draw(Width.WIDE),
                    "narrow",
                    drawing.draw(Width.NARROW),
                    "figures",
                    figures.model());
        }
    }

    /** The few numbers that matter most. */
    record Tiles(List<Tile> tiles) implements Block {
        @Override
        public Map<String, Object> model() {
            return Map.of(
                    "kind",
                    "tiles",
                    "tiles",
                    tiles.stream()
                            .map(tile -> Map.of("name", tile.name(), "value", tile.value(), "note", tile.note()))
                            .toList());
        }
    }

    /** What else must be said, a line each. */
    record Notes(List<String> lines) implements Block {
        @Override
        public Map<String, Object> model() {
            return Map.of("kind", "notes", "lines", lines);
        }
    }

    /** One number. */
    record Tile(String name, String value, String note) {}

    /** A colour and what it means. */
    record Key(String style, String name) {}
}

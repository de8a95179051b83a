package dev.ballast.page;

import dev.ballast.text.TextTemplates;
import java.util.List;
import java.util.Map;

/**
 * A page.
 *
 * @param kind what it is, above the title: {@code Forecast}
 * @param facts beneath the title
 * @param opening blocks before the first heading
 * @param parts one a policy, or whatever else the page is about
 * @param closing lines at the foot
 */
record Page(
        String kind, String title, List<String> facts, List<Block> opening, List<Part> parts, List<String> closing) {
    /**
     * A part that can be folded.
     *
     * @param id unique in the page
     * @param title empty for a page of one part, which then cannot be folded
     * @param open whether it is unfolded at first
     */
    record Part(String id, String title, String summary, boolean open, List<Section> sections) {
        private Map<String, Object> model() {
            return Map.of(
                    "id",
                    id,
                    "title",
                    title,
                    "summary",
                    summary,
                    "open",
                    open,
                    "sections",
                    sections.stream().map(Section::model).toList());
        }
    }

    /** A heading, what to look for, and what stands beneath. */
    record Section(String heading, String lead, List<Block> blocks) {
        private Map<String, Object> model() {
            return Map.of("heading", heading, "lead", lead, "blocks", models(blocks));
        }
    }

    /** The page as a file: UTF-8, LF, the same bytes for the same page. */
    String html() {
        return new TextTemplates()
                .page(
                        "page/page.html.ftl",
                        Map.of(
                                "kind",
                                kind,
                                "title",
                                title,
                                "facts",
                                facts,
                                "opening",
                                models(opening),
                                "parts",
                                parts.stream().map(Part::model).toList(),
                                "closing",
                                closing));
    }

    private static List<Map<String, Object>> models(List<Block> blocks) {
        return blocks.stream().map(Block::model).toList();
    }
}

package dev.ballast.source;

import dev.ballast.diagnostic.Region;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the scanner's marks into regions of the whole text, when scanning began {@code before} code points into it. */
record Positions(Lines lines, int before) {
    int offset(Mark mark) {
        return lines.offsetOf(mark.getIndex() + before);
    }

    int start(Event event) {
        return offset(event.getStartMark().orElseThrow());
    }

    int end(Event event) {
        return offset(event.getEndMark().orElseThrow());
    }

    /** From the first to the last char of an event. */
    Region region(Event event) {
        return lines.region(start(event), end(event));
    }
}

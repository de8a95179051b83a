package dev.ballast.source;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value that was read.
 *
 * @param height 0 for a scalar, 1 for a collection without collections inside, and so on
 * @param size number of values, itself included
 */
record Tree(JsonNode node, Spot spot, int height, long size) {
    static Tree leaf(JsonNode node, Spot spot) {
        return new Tree(node, spot, 0, 1);
    }
}

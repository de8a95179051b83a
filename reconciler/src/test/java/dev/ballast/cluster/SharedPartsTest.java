package dev.ballast.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SharedPartsTest {
    private static final String ONE =
            "{\"name\":\"one\",\"spec\":{\"hooks\":[{\"run\":\"sync\"},{\"run\":\"sync\"}],\"days\":7}}";
    private static final String TWO =
            "{\"name\":\"two\",\"spec\":{\"hooks\":[{\"run\":\"sync\"},{\"run\":\"sync\"}],\"days\":7}}";

    private final SharedParts parts = new SharedParts();

    @Test
    void aTreeStaysTheSame() throws Exception {
        assertThat(parts.share(tree(ONE))).isEqualTo(tree(ONE));
        assertThat(parts.share(tree(TWO))).isEqualTo(tree(TWO));
    }

    @Test
    void equalPartsAreOneObjectAndDifferentOnesAreNot() throws Exception {
        JsonNode one = parts.share(tree(ONE));
        JsonNode two = parts.share(tree(TWO));
        assertThat(two.path("spec")).isSameAs(one.path("spec"));
        assertThat(one.at("/spec/hooks/1")).isSameAs(one.at("/spec/hooks/0"));
        assertThat(two.path("name")).isNotSameAs(one.path("name"));
        assertThat(two).isNotSameAs(one);
    }

    @Test
    void onlyThePartsThatWereMetLastAreRemembered() throws Exception {
        var few = new SharedParts(2);
        JsonNode first = few.share(tree("{\"a\":[1]}"));
        assertThat(few.share(tree("{\"a\":[1]}")).path("a")).isSameAs(first.path("a"));
        few.share(tree("{\"b\":[2],\"c\":[3]}"));
        JsonNode later = few.share(tree("{\"a\":[1]}"));
        assertThat(later).isEqualTo(first);
        assertThat(later.path("a")).isNotSameAs(first.path("a"));
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}

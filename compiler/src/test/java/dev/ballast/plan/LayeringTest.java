package dev.ballast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Place;
import dev.ballast.policy.Layer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void objectsMergeKeyByKeyAndListsAreReplaced() {
        assertThat(laid("{volumes: {method: snapshot, rules: [1, 2]}}", "{volumes: {rules: [3]}}"))
                .isEqualTo(tree("{volumes: {method: snapshot, rules: [3]}}"));
    }

    @Test
    void keepIsReplacedWhole() {
        assertThat(laid("{keep: {daily: 7, monthly: 12}}", "{keep: {daily: 7d}}"))
                .isEqualTo(tree("{keep: {daily: 7d}}"));
    }

    @Test
    void timesMergePerTier() {
        assertThat(laid("{schedule: {timezone: UTC, daily: a}}", "{schedule: {weekly: b}}"))
                .isEqualTo(tree("{schedule: {timezone: UTC, daily: a, weekly: b}}"));
    }

    @Test
    void hooksUniteByNameWhichIsTheTemplateWhereNoneIsGiven() {
        assertThat(laid(
                        "{hooks: [{use: a, params: {x: 1}}, {name: b}]}",
                        "{hooks: [{use: c}, {name: a, enabled: false}]}"))
                .isEqualTo(tree("{hooks: [{use: a, params: {x: 1}, name: a, enabled: false}, {name: b}, {use: c}]}"));
    }

    @Test
    void oneAlternativeClearsTheOther() {
        assertThat(laid("{size: {change: 2, reach: 20, objects: 5}}", "{size: {deltas: {1d: 5}}}"))
                .isEqualTo(tree("{size: {objects: 5, deltas: {1d: 5}}}"));
        assertThat(laid("{size: {deltas: {1d: 5}}}", "{size: {change: 2}}")).isEqualTo(tree("{size: {change: 2}}"));
        assertThat(laid("{size: {data: 1}}", "{size: {byMethod: {snapshot: 1}}}"))
                .isEqualTo(tree("{size: {byMethod: {snapshot: 1}}}"));
    }

    @Test
    void anOriginIsThePlaceInTheLayerThatWroteTheValue() {
        Effective effective = effective(
                "{hooks: [{name: a}], keep: {daily: 1}}",
                "{hooks: [{name: b}, {name: a, enabled: true}], keep: {weekly: 2}}");
        assertThat(effective.origin("/hooks/0/enabled").place().pointer()).isEqualTo("/layer1/hooks/1/enabled");
        assertThat(effective.origin("/hooks/0/name").place().pointer()).isEqualTo("/layer1/hooks/1/name");
        assertThat(effective.origin("/hooks/1/name").place().pointer()).isEqualTo("/layer1/hooks/0/name");
        assertThat(effective.origin("/keep/weekly").layer()).isEqualTo("layer 1");
        assertThat(effective.has("/keep/daily")).isFalse();
    }

    /** What stands at an origin, in the layer it names, is the effective value. */
    @Property(tries = 500)
    void everyOriginLeadsToItsValue(@ForAll("layers") List<ObjectNode> layers) {
        Effective effective = effective(layers);
        effective.leaves().forEach((pointer, origin) -> {
            if (!pointer.isEmpty()) {
                String there = origin.place().pointer();
                int layer = Integer.parseInt(there.substring("/layer".length(), there.indexOf('/', 1)));
                assertThat(layers.get(layer).at(there.substring(there.indexOf('/', 1))))
                        .isEqualTo(effective.tree().at(pointer));
            }
        });
    }

    /** Of what is under one member everything is known as before, and of the others nothing. */
    @Property(tries = 500)
    void underOneMemberNothingIsOtherThanInTheWhole(@ForAll("layers") List<ObjectNode> layers) {
        Effective whole = effective(layers);
        Effective part = whole.under("keep");
        var expected = new LinkedHashMap<>(whole.leaves());
        expected.keySet().removeIf(pointer -> !pointer.startsWith("/keep"));
        var found = new LinkedHashMap<>(part.leaves());
        // What no member is left of is a value itself.
        found.remove("");
        assertThat(found).isEqualTo(expected);
        assertThat(part.origin("/schedule"))
                .isEqualTo(
                        new Effective.Origin(whole.place(""), whole.origin("").layer()));
    }

    @Property(tries = 500)
    void aLayerTwiceIsALayerOnce(@ForAll("layers") List<ObjectNode> layers) {
        var twice = new ArrayList<>(layers);
        twice.add(layers.get(layers.size() - 1));
        assertThat(effective(twice).tree()).isEqualTo(effective(layers).tree());
    }

    @Property(tries = 500)
    void theLastLayerHoldsWhatItSays(@ForAll("layers") List<ObjectNode> layers) {
        ObjectNode last = layers.get(layers.size() - 1);
        effective(List.of(last)).leaves().keySet().stream()
                .filter(pointer -> !pointer.isEmpty() && !pointer.startsWith("/hooks"))
                .forEach(pointer ->
                        assertThat(effective(layers).tree().at(pointer)).isEqualTo(last.at(pointer)));
    }

    @Provide
    Arbitrary<List<ObjectNode>> layers() {
        Arbitrary<ObjectNode> layer = Arbitraries.maps(
                        Arbitraries.of("keep", "schedule", "volumes", "hooks", "store"),
                        Arbitraries.integers().between(0, 99))
                .map(LayeringTest::layer);
        return layer.list().ofMinSize(1).ofMaxSize(4);
    }

    private static ObjectNode layer(Map<String, Integer> members) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        members.forEach((name, n) -> {
            switch (name) {
                case "store" -> node.put("store", "s" + n);
                case "hooks" ->
                    node.putArray("hooks").addObject().put("name", "h" + n % 3).put("k" + n % 2, n);
                case "volumes" ->
                    node.putObject("volumes")
                            .put("m" + n % 3, n)
                            .putArray("rules")
                            .add(n);
                default -> node.putObject(name).put("t" + n % 3, n);
            }
        });
        return node;
    }

    private static ObjectNode laid(String... layers) {
        return (ObjectNode) effective(layers).tree();
    }

    private static Effective effective(String... layers) {
        return effective(java.util.Arrays.stream(layers).map(LayeringTest::tree).toList());
    }

    private static Effective effective(List<ObjectNode> layers) {
        var all = new ArrayList<Layer>();
        layers.forEach(layer ->
                all.add(new Layer("layer " + all.size(), Place.value("x", 0, "/layer" + all.size()), layer)));
        return Layering.of(all);
    }

    private static ObjectNode tree(String yaml) {
        try {
            return (ObjectNode) JSON.readTree(yaml.replaceAll("([A-Za-z0-9]+)", "\"$1\""));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

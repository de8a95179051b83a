package dev.ballast.rules.hook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Place;
import dev.ballast.policy.Hook;
import dev.ballast.policy.HookTemplate;
import dev.ballast.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;

/**
 * A command, script or parameter of a hook, as written.
 *
 * @param param name of the parameter; empty for a command or script
 */
record HookText(Place.Field place, String param, String text) {
    /** All of them, of every layer and template. */
    static List<HookText> all(PolicySet set) {
        var texts = new ArrayList<HookText>();
        WrittenHooks.layers(set).forEach(layer -> {
            JsonNode hooks = layer.fields().path("hooks");
            for (int i = 0; i < hooks.size(); i++) {
                ofHook(hooks.get(i), layer.base().child("hooks").child(i), texts);
            }
        });
        set.templates().forEach(template -> ofTemplate(template, texts));
        return texts;
    }

    private static void ofHook(JsonNode hook, Place.Field place, List<HookText> texts) {
        hook.path("params").properties().forEach(param -> {
            Place.Field at = place.child("params").child(param.getKey());
            texts.add(new HookText(at, param.getKey(), param.getValue().asText()));
        });
        for (String phase : List.of("pre", "post")) {
            JsonNode steps = hook.path(phase);
            for (int i = 0; i < steps.size(); i++) {
                var words = new ArrayList<String>();
                steps.get(i).path("command").forEach(word -> words.add(word.asText()));
                Place.Field step = place.child(phase).child(i);
                texts.add(new HookText(step.child("command"), "", String.join(" ", words)));
                texts.add(new HookText(
                        step.child("script"), "", steps.get(i).path("script").asText()));
            }
        }
    }

    private static void ofTemplate(HookTemplate template, List<HookText> texts) {
        template.params().forEach((name, param) -> {
            if (param.fallback() != null) {
                Place.Field at = template.meta().place("/spec/params").child(name);
                texts.add(new HookText(at.child("default"), name, param.fallback()));
            }
        });
        ofSteps(template.pre(), template.meta().place("/spec/pre"), texts);
        ofSteps(template.post(), template.meta().place("/spec/post"), texts);
    }

    private static void ofSteps(List<Hook.Step> steps, Place.Field place, List<HookText> texts) {
        for (int i = 0; i < steps.size(); i++) {
            List<String> command = steps.get(i).command();
            String script = steps.get(i).script();
            if (command != null) {
                texts.add(new HookText(place.child(i).child("command"), "", String.join(" ", command)));
            }
            if (script != null) {
                texts.add(new HookText(place.child(i).child("script"), "", script));
            }
        }
    }
}

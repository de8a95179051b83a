package dev.ballast.schema.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'required': ['a', 'b']} # has(self.a) && has(self.b)",
                "{'not': {'required': ['a', 'b']}} # !(has(self.a) && has(self.b))",
                "{'anyOf': [{'required': ['a']}, {'required': ['b']}]} # (has(self.a) || has(self.b))",
                "{'oneOf': [{'required': ['a']}, {'required': ['b']}]} # [has(self.a), has(self.b)].filter(x, x).size() == 1",
                "{'properties': {'a': {'enum': ['x', 'y']}}} # (!has(self.a) || self.a in ['x', 'y'])",
                "{'properties': {'a': {'enum': [false]}}} # (!has(self.a) || self.a in [false])",
                "{'x-rule': 'r', 'required': ['namespace']} # has(self.__namespace__)",
                "{'required': ['snapshot-move']} # has(self.snapshot__dash__move)",
            })
    void says_a_condition_in_cel(String condition, String cel) throws JsonProcessingException {
        assertThat(CelExpression.of(json(condition))).isEqualTo(cel);
    }

    @Test
    void says_what_keys_must_look_like() throws JsonProcessingException {
        assertThat(CelExpression.ofKeys(json("{'maxLength': 5, 'pattern': '^[a-z]\\\\.$', 'x-expected': 'a word'}")))
                .isEqualTo("self.all(k, size(k) <= 5 && k.matches('^[a-z]\\\\.$'))");
    }

    @Test
    void refuses_a_keyword_it_cannot_say() throws JsonProcessingException {
        JsonNode unknown = json("{'dependentRequired': {}}");
        assertThatThrownBy(() -> CelExpression.of(unknown)).hasMessageContaining("dependentRequired");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.Scale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Raw responses, read as the producer reads them (FORMATS 5).
class ModelOutputTest {
    static List<JsonObject> vectors() {
        return Stream.of("/vectors/claims.jsonl", "/vectors/claims_random.jsonl")
                .flatMap(name -> Resources.lines(name).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesWhatTheProducerGives(JsonObject vector) {
        String response = Resources.need(vector, "response");
        assertThat(recorded(ModelOutput.parse("change-approval", response)))
                .isEqualTo(vector.get("change_approval"));
        assertThat(recorded(ModelOutput.parse("personal-trade-compliance", response)))
                .isEqualTo(vector.get("personal_trade"));
    }

    /// The same from the fields as from the recorded objects.
    @ParameterizedTest
    @MethodSource("vectors")
    void isWhatAReaderOfTheCheckpointSees(JsonObject vector) {
        for (String workflow : List.of("change-approval", "personal-trade-compliance")) {
            ModelOutput output = ModelOutput.parse(workflow, Resources.need(vector, "response"));
            JsonObject state = recorded(output);
            assertThat(ClaimReader.claims(state)).isEqualTo(output.claims());
            assertThat(ClaimReader.abstentions(state)).isEqualTo(output.abstentions());
        }
    }

    @Test
    void anUnknownWorkflowGivesNothing() {
        assertThat(ModelOutput.parse("other", "[{\"citation\":\"c\"}]"))
                .isEqualTo(ModelOutput.NOTHING);
    }

    /// A lone surrogate is a character of the response as any other.
    @Test
    void aLoneSurrogateSurvives() {
        ModelOutput output = change("[{\"citation\":\"a\ud800b\\\\\udc00\"}]");
        assertThat(output.claims()).extracting(Claim::citation).containsExactly("a\ud800b\\\udc00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"citation\":\"\\\ud800\"}]", // after a backslash
                "[\ud800{\"citation\":\"c\"}]", // outside a string
                "[{\"citation\":\"c\u0001\"}]",
                "j\u017fon [{\"citation\":\"c\"}]]",
                "]{\"citation\":\"c\"}[",
                "}{",
                "{",
                "[",
            })
    void anyErrorGivesNothing(String response) {
        assertThat(change(response)).isEqualTo(ModelOutput.NOTHING);
    }

    @Test
    void whatTheProducerCannotReadGivesNothing() {
        String digits = "1".repeat(4300);
        assertThat(change("[{\"citation\":" + digits + "}]").claims())
                .extracting(Claim::citation)
                .containsExactly(digits);
        assertThat(change("[{\"citation\":1" + digits + "}]")).isEqualTo(ModelOutput.NOTHING);
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(change("[{\"citation\":" + deep + "}]")).isEqualTo(ModelOutput.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"claims\":null,\"abstentions\":[{\"reason\":\"r\"}]}|0",
                "{\"claims\":5,\"abstentions\":[{\"reason\":\"r\"}]}|0",
                "{\"claims\":{\"citation\":1},\"abstentions\":[{\"reason\":\"r\"}]}|1",
                "{\"claims\":[],\"claims\":\"x\",\"abstentions\":[{\"reason\":\"r\"}]}|1",
            })
    void oddClaimsAndTheirAbstentions(String response, int abstentions) {
        assertThat(change(response).abstentions()).hasSize(abstentions);
    }

    /// Whatever a model says: an answer, and a readable one.
    @Test
    void neverThrows() {
        Random random = new Random(5);
        String alphabet = "{}[]\"\\`:, \njsonJSON01.eE-nulltruefalse\u00a0\ud83d\ude00\udc00";
        List<JsonObject> vectors = vectors();
        for (int round = 0; round < Scale.rounds(20_000); round++) {
            JsonObject vector = vectors.get(random.nextInt(vectors.size()));
            StringBuilder text = new StringBuilder(Resources.need(vector, "response"));
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                if (at < text.length() && random.nextBoolean()) {
                    text.setCharAt(at, c);
                } else {
                    text.insert(at, c);
                }
            }
            ModelOutput output = change(text.toString());
            assertThat(ClaimReader.claims(recorded(output))).isEqualTo(output.claims());
            assertThat(output.claims()).noneMatch(claim -> claim.citation().isEmpty());
        }
    }

    private static ModelOutput change(String response) {
        return ModelOutput.parse("change-approval", response);
    }

    private static JsonObject recorded(ModelOutput output) {
        List<JsonValue> claims =
                List.copyOf(output.claims().stream().map(Claim::recorded).toList());
        List<JsonValue> abstentions =
                List.copyOf(output.abstentions().stream().map(Abstention::recorded).toList());
        return JsonValue.object()
                .with("claims", new JsonArray(claims))
                .with("abstentions", new JsonArray(abstentions))
                .build();
    }
}

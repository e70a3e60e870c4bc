// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Every run of a real producer, reviewed again: claims, gate and rules come out as recorded.
class SampleReviewTest {
    private static final References REFERENCES =
            new References(
                    Map.of("ACME", List.of(new References.Window("2026-03-01", "2026-03-31"))),
                    Set.of("acct-100", "acct-fam"));

    record Sample(Path folder, String workflow, JsonObject state) {
        JsonObject payload() {
            return (JsonObject) Objects.requireNonNull(state.get("payload"));
        }

        EvidenceText evidence() {
            return Objects.requireNonNull(EvidenceTexts.of(workflow, payload()));
        }

        GatePerformance gate() {
            return GroundingGate.perform(
                    ClaimReader.claims(state), ClaimReader.abstentions(state).size(), evidence());
        }

        /// What the producer's model said, or null where none was asked.
        @Nullable String response() {
            for (String name : List.of("llm_mapping.json", "assessment.json")) {
                Path file = folder.resolve("artifacts").resolve(name);
                if (Files.exists(file)) {
                    return read(file).string("response");
                }
            }
            return null;
        }

        @Override
        public String toString() {
            return String.valueOf(folder.getFileName());
        }
    }

    static List<Sample> samples() throws IOException, URISyntaxException {
        Path samples =
                Path.of(
                        Objects.requireNonNull(SampleReviewTest.class.getResource("/samples"))
                                .toURI());
        try (Stream<Path> runs = Files.list(samples)) {
            return runs.sorted().map(SampleReviewTest::sample).toList();
        }
    }

    static List<Sample> reviewed() throws IOException, URISyntaxException {
        return samples().stream().filter(s -> s.state.get("gate") != null).toList();
    }

    private static Sample sample(Path folder) {
        String id = String.valueOf(folder.getFileName());
        String workflow = id.substring(0, id.lastIndexOf('-'));
        return new Sample(folder, workflow, read(folder.resolve("state.json")));
    }

    @Test
    void thereAreAll() throws IOException, URISyntaxException {
        assertThat(samples()).hasSize(24);
        assertThat(reviewed()).hasSize(23);
        assertThat(samples().stream().filter(s -> s.response() != null)).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("reviewed")
    void theGateComesOutAsRecorded(Sample sample) {
        assertThat(sample.gate().result()).isEqualTo(ClaimReader.gate(sample.state));
    }

    @ParameterizedTest
    @MethodSource("reviewed")
    void theClaimsAreWhatTheModelOrTheBaselineGives(Sample sample) {
        String response = sample.response();
        ModelOutput output =
                response == null
                        ? Baseline.of(sample.workflow, sample.payload())
                        : ModelOutput.parse(sample.workflow, response);
        assertThat(output)
                .isEqualTo(
                        new ModelOutput(
                                ClaimReader.claims(sample.state),
                                ClaimReader.abstentions(sample.state)));
    }

    @ParameterizedTest
    @MethodSource("reviewed")
    void theRulesComeOutAsRecorded(Sample sample) {
        List<RuleResult> results =
                RuleBook.ours()
                        .apply(
                                sample.workflow,
                                new RuleCase(
                                        sample.payload(),
                                        ClaimReader.claims(sample.state),
                                        REFERENCES));
        boolean blockedTrade =
                sample.workflow.startsWith("personal")
                        && sample.gate().result().verdict() == GateVerdict.BLOCK;
        assertThat(ClaimReader.hasRules(sample.state)).isEqualTo(!blockedTrade);
        assertThat(results).isEqualTo(ClaimReader.rules(sample.state));
    }

    /// A gate that was edited to say something else is found.
    @ParameterizedTest
    @MethodSource("reviewed")
    void aWrongCitationIsFound(Sample sample) {
        List<Claim> claims =
                ClaimReader.claims(sample.state).stream()
                        .map(c -> Recorded.dated(c.control(), c.text(), c.citation() + "?!", ""))
                        .toList();
        GateResult result = GroundingGate.perform(claims, 0, sample.evidence()).result();
        assertThat(result.ungrounded()).isEqualTo(claims.size());
        assertThat(result.verdict())
                .isEqualTo(claims.isEmpty() ? GateVerdict.APPROVE : GateVerdict.BLOCK);
    }

    /// The producer joins the evidence before it searches: its own baseline cites across the joint.
    @Test
    void theSeamsOfTheSamples() throws IOException, URISyntaxException {
        assertThat(
                        reviewed().stream()
                                .filter(s ->
                                        s.gate().claims().stream()
                                                .anyMatch(SampleReviewTest::straddles))
                                .map(Sample::toString))
                .containsExactly(
                        "personal-trade-compliance-56914f5e2d62",
                        "personal-trade-compliance-fecbfac2664e");
    }

    @Test
    void theEvidenceOfBothWorkflows() {
        JsonObject payload =
                Resources.object(
                        "{\"evidence\":{\"a\":\"x\",\"b\":null,\"c\":\"\",\"d\":[1,true],\"a\":\"z\"}}");
        assertThat(EvidenceTexts.of("change-approval", payload))
                .isEqualTo(
                        new EvidenceText(
                                "z None  [1, True]",
                                List.of(
                                        new EvidenceText.Part("a", 0, 1),
                                        new EvidenceText.Part("b", 2, 6),
                                        new EvidenceText.Part("c", 7, 7),
                                        new EvidenceText.Part("d", 8, 17))));
        assertThat(EvidenceTexts.of("personal-trade-compliance", payload))
                .isEqualTo(
                        new EvidenceText(
                                "z  [1, True]",
                                List.of(
                                        new EvidenceText.Part("a", 0, 1),
                                        new EvidenceText.Part("d", 3, 12))));
        JsonObject none = Resources.object("{\"evidence\":{\"a\":\"\"}}");
        assertThat(EvidenceTexts.of("personal-trade-compliance", none))
                .isEqualTo(new EvidenceText("[no evidence on file]", List.of()));
        assertThat(EvidenceTexts.of("change-approval", Resources.object("{\"evidence\":3}")))
                .isEqualTo(EvidenceText.NONE);
        assertThat(EvidenceTexts.of("other", payload)).isNull();
    }

    @Test
    void violationsComeInTheProducersOrder() {
        JsonObject trade =
                Resources.object(
                        "{\"symbol\":\"acme\",\"trade_date\":\"2026-03-31\",\"account\":\"x\"}");
        List<Claim> claims =
                List.of(
                        Recorded.dated("PAD-1", "", "", "2026-04-01"),
                        Recorded.dated("PAD-1", "", "", "2026-03-31"),
                        Recorded.dated("PAD-1", "", "", ""),
                        Recorded.dated("PAD-2", "", "", "2026-04-01"));
        RuleCase about = new RuleCase(trade, claims, REFERENCES);
        assertThat(RuleBook.ours().apply("personal-trade-compliance", about))
                .extracting(RuleResult::detail)
                .containsExactly(
                        "ACME on blackout 2026-03-01..2026-03-31; traded 2026-03-31",
                        "pre-clearance dated 2026-04-01 AFTER trade 2026-03-31",
                        "account x not in covered set");
        assertThat(RuleBook.ours().apply("other", about)).isNull();
    }

    /// What is odd in a checkpoint is shown, not dropped and not thrown.
    @Test
    void anOddCheckpointIsRead() {
        JsonObject state =
                Resources.object(
                        "{\"claims\":[\"x\",{\"rule\":7,\"citation\":[1],\"more\":2}],"
                                + "\"abstentions\":{\"a\":1},\"violations\":[null],"
                                + "\"gate\":{\"verdict\":\"block\",\"grounded\":\"1\"}}");
        JsonObject none = JsonValue.object().build();
        JsonObject second =
                (JsonObject)
                        ((JsonArray) Objects.requireNonNull(state.get("claims"))).values().get(1);
        assertThat(ClaimReader.claims(state))
                .containsExactly(
                        new Claim("", "x", "", "", none), new Claim("7", "", "[1]", "", second));
        assertThat(ClaimReader.abstentions(state)).isEmpty();
        assertThat(ClaimReader.rules(state)).containsExactly(new RuleResult("", "", "None", none));
        assertThat(ClaimReader.gate(state))
                .isEqualTo(new GateResult(GateVerdict.BLOCK, -1, -1, -1, List.of()));
        assertThat(ClaimReader.gate(Resources.object("{\"gate\":{\"verdict\":\"ok\"}}"))).isNull();
        assertThat(ClaimReader.hasRules(none)).isFalse();
    }

    private static boolean straddles(GroundedClaim claim) {
        return claim.grounding() instanceof Grounding.Found found && found.straddles();
    }

    private static JsonObject read(Path file) {
        try {
            return Resources.object(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

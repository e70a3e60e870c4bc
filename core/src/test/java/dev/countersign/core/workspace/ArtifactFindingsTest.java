// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.Artifact.State;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class ArtifactFindingsTest {
    private static List<String> of(List<Artifact> artifacts) {
        List<String> found = new ArrayList<>();
        ArtifactFindings.of(
                artifacts,
                (kind, subject, evidence) ->
                        found.add(kind.word() + " | " + subject + " | " + evidence.text()));
        return found;
    }

    private static List<Artifact> missing(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Artifact("x" + i, State.MISSING, "00", null))
                .toList();
    }

    private static List<Artifact> changed(int count, String sha256) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Artifact("x" + i, State.DIFFERS, "00", sha256))
                .toList();
    }

    @Test
    void aFewAreEachAFinding() {
        assertThat(
                        of(
                                List.of(
                                        new Artifact("a", State.DIFFERS, "00", "11"),
                                        new Artifact("b", State.NOT_A_FILE, "22", null),
                                        new Artifact("c", State.MATCHES, "33", "33"),
                                        new Artifact("d", State.UNRECORDED, null, "44"))))
                .containsExactly(
                        "artifact_differs | a 11 | {\"artifact\": \"a\", \"recorded\": \"00\","
                                + " \"sha256\": \"11\"}",
                        "artifact_differs | b | {\"artifact\": \"b\", \"recorded\": \"22\","
                                + " \"sha256\": null}",
                        "artifact_unrecorded | d | {\"artifact\": \"d\", \"recorded\": null,"
                                + " \"sha256\": \"44\"}");
        assertThat(of(missing(20))).hasSize(20);
    }

    @Test
    void manyAreOneFindingThatCountsThem() {
        assertThat(of(missing(3000)))
                .singleElement()
                .asString()
                .startsWith(
                        "artifact_missing | 3000 files, b6d53d814c38fbf8 | {\"files\": 3000,"
                                + " \"first_files\": [{\"artifact\": \"x0\", \"recorded\": \"00\","
                                + " \"sha256\": null}, {\"artifact\": \"x1\",")
                .hasSizeLessThan(1500);
        assertThat(of(missing(21))).isNotEqualTo(of(missing(22)));
        assertThat(of(changed(21, "11"))).isNotEqualTo(of(changed(21, "12")));
    }
}

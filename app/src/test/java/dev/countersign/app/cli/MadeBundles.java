// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Bundles of two sample runs.
abstract class MadeBundles {
    static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    static final String RUN = "change-approval-0155cb2f963b";
    static final String OTHER = "personal-trade-compliance-1c4cf1cfd7bb";
    static final String AT = "2026-01-02T03:04:05Z";

    @TempDir Path dir;

    Path made(String name) {
        Path out = dir.resolve(name);
        Session session =
                Session.run(
                        "bundle",
                        "create",
                        SAMPLES.resolve(RUN).toString(),
                        SAMPLES.resolve(OTHER).toString(),
                        "--out",
                        out.toString(),
                        "--at",
                        AT,
                        "--json");
        assertThat(session.err()).isEmpty();
        assertThat(session.exit()).isZero();
        assertThat(session.document().get("bag"))
                .hasToString(
                        "{\"kind\": \"bag\", \"valid\": true, \"complete\": true,"
                                + " \"errors\": [], \"warnings\": []}");
        return out;
    }

    static JsonObject without(JsonObject document, String key) {
        return new JsonObject(
                document.members().stream().filter(member -> !member.key().equals(key)).toList());
    }

    static String policy() throws IOException {
        return new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.policy.Tier;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class TieringTest {
    private static JsonObject payload(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(100);
        assertThat(reader.read(bytes, 0, bytes.length)).isNull();
        return (JsonObject) JsonText.tree(reader.tape());
    }

    private static Tiering of(String json) {
        return Tiering.of(payload(json), DefaultPolicy.get());
    }

    @Test
    void thePayloadSays() {
        var emergency = new Tiering(Tier.EMERGENCY, false);
        assertThat(of("{\"change_type\": \"emergency\"}")).isEqualTo(emergency);
        assertThat(of("{\"change_type\": \"EmerGency\"}")).isEqualTo(emergency);
        assertThat(of("{\"change_type\": \"normal\"}"))
                .isEqualTo(new Tiering(Tier.STANDARD, false));
    }

    @Test
    void whatSaysNothingIsStandardAndAssumed() {
        var assumed = new Tiering(Tier.STANDARD, true);
        assertThat(of("{}")).isEqualTo(assumed);
        assertThat(of("{\"change_type\": null}")).isEqualTo(assumed);
        assertThat(of("{\"change_type\": [\"emergency\"]}")).isEqualTo(assumed);
        assertThat(Tiering.of(null, DefaultPolicy.get())).isEqualTo(assumed);
    }

    @Test
    void thePathIsAPointer() {
        String text = new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
        byte[] json =
                text.replace("\"/change_type\"", "\"/a~1b/1/~0\"").getBytes(StandardCharsets.UTF_8);
        assertThat(PolicyReader.read(json)).isInstanceOf(PolicyReading.Valid.class);
        Policy policy = ((PolicyReading.Valid) PolicyReader.read(json)).policy();
        assertThat(Tiering.of(payload("{\"a/b\": [0, {\"~\": \"emergency\"}]}"), policy))
                .isEqualTo(new Tiering(Tier.EMERGENCY, false));
        assertThat(Tiering.of(payload("{\"a/b\": [0]}"), policy))
                .isEqualTo(new Tiering(Tier.STANDARD, true));
    }
}

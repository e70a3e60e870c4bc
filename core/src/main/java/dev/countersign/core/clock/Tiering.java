// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which targets hold for a run (CLOCKS, "Tier").
///
/// @param tier standard or emergency
/// @param assumed whether nothing in the payload says so: then it is standard
public record Tiering(Tier tier, boolean assumed) {
    private static final Tiering ASSUMED = new Tiering(Tier.STANDARD, true);

    /// The tier that the payload gives at the policy's path. A value that is no text says nothing.
    ///
    /// @param payload null where it is not known
    public static Tiering of(@Nullable JsonObject payload, Policy policy) {
        if (!(at(payload, policy.tierPath()) instanceof JsonString(String says))) {
            return ASSUMED;
        }
        boolean emergency = says.equalsIgnoreCase(policy.emergencyValue());
        return new Tiering(emergency ? Tier.EMERGENCY : Tier.STANDARD, false);
    }

    /// The value a JSON pointer (RFC 6901) points at, or null.
    private static @Nullable JsonValue at(@Nullable JsonValue root, String pointer) {
        JsonValue value = root;
        String[] tokens = pointer.split("/", -1);
        for (int i = 1; i < tokens.length && value != null; i++) {
            String token = tokens[i].replace("~1", "/").replace("~0", "~");
            // no pattern switch: linking one costs a short command more than its work
            if (value instanceof JsonObject object) {
                value = object.get(token);
            } else {
                value = value instanceof JsonArray array ? element(array.values(), token) : null;
            }
        }
        return value;
    }

    private static @Nullable JsonValue element(List<JsonValue> values, String token) {
        if (!token.matches("0|[1-9][0-9]{0,8}")) {
            return null;
        }
        int index = Integer.parseInt(token);
        return index < values.size() ? values.get(index) : null;
    }
}

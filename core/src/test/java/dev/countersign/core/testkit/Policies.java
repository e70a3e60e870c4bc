// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.PolicyWriter;

/** The default policy as a text, with one part of it changed. */
public final class Policies {
    private Policies() {}

    /** It knows these people, each an {@link #identity}, instead of having no list. */
    public static String knowing(String... identities) {
        return changed(
                "\"identities\": null", "\"identities\": [" + String.join(", ", identities) + "]");
    }

    /** Somebody in a policy. */
    public static String identity(String id, String name, String role) {
        return "{\"id\": \"%s\", \"name\": \"%s\", \"roles\": [\"%s\"]}".formatted(id, name, role);
    }

    /** It has these rules of what lets an approved run go on. */
    public static String resuming(String rules) {
        return changed("\"retention\"", "\"resume\": [" + rules + "], \"retention\"");
    }

    private static String changed(String from, String to) {
        String text = PolicyWriter.write(DefaultPolicy.get());
        if (!text.contains(from)) {
            throw new AssertionError("the default policy has no " + from);
        }
        return text.replace(from, to);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.policy.PolicyReading.Valid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The policy that holds where no owner has given one: CLOCKS.md, in UTC, because a default that
/// depended on the machine would give another deadline on another desk. Assigned by nobody.
public final class DefaultPolicy {
    private static final String FILE = "default-policy.json";

    private DefaultPolicy() {}

    /// The built-in policy; always the same object.
    public static Policy get() {
        return Holder.POLICY;
    }

    /// Its file, to start an own policy from.
    public static byte[] bytes() {
        try (InputStream in = DefaultPolicy.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " was not shipped");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Read when it is first asked for.
    private static final class Holder {
        static final Policy POLICY = valid(PolicyReader.read(bytes()));

        private static Policy valid(PolicyReading reading) {
            // no pattern switch: linking one costs a short command more than its work
            if (reading instanceof Valid valid) {
                return valid.policy();
            }
            throw new IllegalStateException("the built-in policy: " + reading);
        }
    }
}

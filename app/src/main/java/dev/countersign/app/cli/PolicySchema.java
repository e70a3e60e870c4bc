// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.resources.Resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The schema that `policy.json` names in its `$schema`: an editor finds it beside that file, and
/// helps to write it.
public final class PolicySchema {
    private PolicySchema() {}

    /// Writes it beside a policy, if nothing of its name is there.
    public static void beside(Path policy) throws SourceException {
        Path file = policy.resolveSibling("policy.schema.json");
        if (!SmallFile.exists(file)) {
            SmallFile.publish(file, bytes());
        }
    }

    private static byte[] bytes() {
        try (InputStream in = Resources.policySchema()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // our own resource
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Somebody who signs on the command line.
///
/// @param root who issued her key
/// @param key her key file
/// @param pin a file with what opens it
public record Ann(TestAuthority root, Path key, Path pin) {
    /// With her key and its PIN in a folder.
    public static Ann in(Path folder) throws Exception {
        TestAuthority root = TestAuthority.root("Root");
        Path key = folder.resolve("ann.p12");
        root.issue(Wish.person("Ann", "ann@example.com"), "P-256").pkcs12(key, "geheim");
        return new Ann(root, key, Files.writeString(folder.resolve("pin"), "geheim\n"));
    }

    /// A command that she signs.
    public String[] signs(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(
                List.of(
                        "--identity",
                        "ann@example.com",
                        "--keystore",
                        key.toString(),
                        "--pin-file",
                        pin.toString()));
        return all.toArray(String[]::new);
    }
}

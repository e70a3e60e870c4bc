// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Does once what short commands do, while the build records which classes that needs: they start
/// from that record (JEP 483, 514). Not a part of the product that anybody calls.
final class Training {
    private Training() {}

    /// @param args the folder of the log to train on
    public static void main(String[] args) {
        String log = args[0];
        var text = new ByteArrayInputStream("{\"b\": 1.5}\n".getBytes(StandardCharsets.UTF_8));
        for (List<String> command :
                List.of(
                        List.of("verify", log),
                        List.of("verify", log, "--json"),
                        List.of("checkpoint", log),
                        List.of("canonical"))) {
            int exit = Countersign.run(text, command);
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.demo.DemoWorkspace;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `demo`: writes a workspace of runs of every state.
final class DemoCommand {
    private DemoCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments = Arguments.parse(words, Set.of("--json"), Set.of("--at"));
        if (arguments.rest().size() != 1) {
            throw new UsageException("demo takes one folder, which is made or is empty");
        }
        Path folder = Options.outsideFolder(arguments.rest().getFirst());
        List<String> runs = DemoWorkspace.write(folder, Options.now(arguments, console));
        PolicySchema.beside(folder.resolve("policy.json"));
        String text =
                arguments.has("--json")
                        ? JsonValue.object()
                                .with("path", folder.toString())
                                .with("runs", runs.size())
                                .build()
                                .text()
                        : runs.size()
                                + " runs written to "
                                + folder
                                + ". Open it: countersign "
                                + word(folder);
        console.out().println(text);
        return Exit.DONE;
    }

    /// How a folder is written as a first word, where it may be called like a command.
    static String word(Path folder) {
        return Cli.knows(folder.toString())
                ? Path.of(".").resolve(folder).toString()
                : folder.toString();
    }
}

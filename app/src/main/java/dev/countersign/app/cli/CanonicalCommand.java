// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ProblemText;
import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.FieldFilter;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `canonical`: canonical bytes of the JSON texts on standard input, one a line; a bad one gives an
/// empty line.
final class CanonicalCommand {
    private static final int MOST_VALUES = 64 << 20;
    private static final int CHUNK = 1 << 16;

    private final CanonicalProfile profile;
    private final Console console;
    private final JsonReader reader = new JsonReader(MOST_VALUES);
    private final CanonicalWriter writer = new CanonicalWriter();
    private final Line line = new Line();
    private Exit exit = Exit.DONE;
    private long number;

    private CanonicalCommand(CanonicalProfile profile, Console console) {
        this.profile = profile;
        this.console = console;
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments = Arguments.parse(words, Set.of("--json"), Set.of("--profile", "--at"));
        if (!arguments.rest().isEmpty()) {
            throw new UsageException("canonical reads standard input and takes no path");
        }
        String name = arguments.value("--profile");
        CanonicalProfile profile =
                switch (name == null ? "A" : name) {
                    case "A" -> CanonicalProfile.A;
                    case "B" -> CanonicalProfile.B;
                    case "J" -> CanonicalProfile.J;
                    default ->
                            throw new UsageException(
                                    "there is no profile " + name + ": give A, B or J");
                };
        try {
            return new CanonicalCommand(profile, console).convert(console.in());
        } catch (IOException e) {
            throw new SourceException(
                    Path.of("-"), "standard input cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private Exit convert(InputStream in) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(console.out(), CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, from, i - from);
                    convertLine(out);
                    from = i + 1;
                }
            }
            line.write(chunk, from, n - from);
        }
        if (line.size() > 0) {
            convertLine(out);
        }
        out.flush();
        return exit;
    }

    private void convertLine(BufferedOutputStream out) throws IOException {
        number++;
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(line.size() + 64);
        JsonProblem problem = canonical(canonical);
        if (problem == null) {
            canonical.writeTo(out);
        } else {
            exit = Exit.NEGATIVE;
            String place = "line " + number;
            console.complain(
                    line.size() == 0
                            ? place + " is empty."
                            : place
                                    + ", byte "
                                    + problem.at()
                                    + ": "
                                    + ProblemText.what(problem.kind())
                                    + ".");
        }
        out.write('\n');
        line.reset();
    }

    private @Nullable JsonProblem canonical(ByteArrayOutputStream out) {
        JsonProblem problem = reader.read(line.buffer(), 0, line.size());
        return problem != null
                ? problem
                : writer.write(reader.tape(), profile, FieldFilter.ALL, out::write);
    }

    /// A growing line whose bytes can be read in place.
    private static final class Line extends ByteArrayOutputStream {
        byte[] buffer() {
            return buf;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The installed openssl: what anybody would check our signatures with. */
public final class OpenSsl {
    private final Path folder;

    private OpenSsl(Path folder) {
        this.folder = folder;
    }

    /** In a folder; the test is skipped where there is no openssl 3. */
    public static OpenSsl in(Path folder) {
        assumeTrue(present(), "openssl 3 is not installed: nothing is compared with it");
        return new OpenSsl(folder);
    }

    /** Exit code and output, errors among it. */
    public record Result(int exit, String output) {
        public boolean succeeded() {
            return exit == 0;
        }
    }

    /** Runs it with arguments that spaces part. */
    public Result run(String arguments) {
        return run(folder, arguments);
    }

    /** Runs it and expects success. */
    public void must(String arguments) {
        Result result = run(arguments);
        if (!result.succeeded()) {
            throw new AssertionError(arguments + ": " + result.output);
        }
    }

    private static Result run(Path folder, String arguments) {
        List<String> line = new ArrayList<>(List.of("openssl"));
        line.addAll(List.of(arguments.strip().split(" +")));
        try {
            Process process =
                    new ProcessBuilder(line)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            String output =
                    new String(
                            process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(-1, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean present() {
        return run(Path.of("."), "version").output.startsWith("OpenSSL 3");
    }
}

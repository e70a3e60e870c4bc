// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A second process that runs a class of the tests: two desks on one file, or one that is killed.
 */
public final class ChildJvm {
    private ChildJvm() {}

    /** Starts the class; what it prints on standard error goes to ours. */
    public static Process start(Class<?> main, String... args) {
        return start(List.of(), main, args);
    }

    /** Starts the class through another command, which gets the command line as its last words. */
    public static Process start(List<String> through, Class<?> main, String... args) {
        List<String> line = new ArrayList<>(through);
        line.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--class-path",
                        classPath(),
                        main.getName()));
        line.addAll(List.of(args));
        try {
            return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests of a named module have most of their jars on the module path. */
    private static String classPath() {
        return Stream.of(
                        Path.of("target", "classes").toString(),
                        Path.of("target", "test-classes").toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.review.ControlRules;
import dev.countersign.core.review.RuleBook;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/// Rules that a firm installed: one that finds something in every change, one that fails, and one
/// that is not there.
public final class FirmJar {
    private static final String SOURCE =
            """
            package firm;
            import dev.countersign.core.review.*;
            import java.util.List;
            public final class %s implements ControlRules {
                public String workflow() { return "change-approval"; }
                public List<Control> controls() {
                    return List.of(
                        new Control("F-1", "title", "objective", "procedure", "evidence",
                            List.of("it is wrong")));
                }
                public List<RuleResult> apply(RuleCase about) { %s }
            }
            """;

    private FirmJar() {}

    /// Compiles and installs them in a class loader of their own.
    public static RuleBook in(Path folder) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(
                folder,
                "Finds",
                "return List.of(new RuleResult(\"F-1\", \"deficiency\", \"always\","
                        + " about.payload()));");
        compile(folder, "Fails", "throw new IllegalStateException(\"no ticket\");");
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(ControlRules.class.getName()),
                "firm.Finds\nfirm.Fails\nfirm.Gone\n");
        return RuleBook.installed(
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, RuleBook.class.getClassLoader()));
    }

    private static void compile(Path folder, String name, String apply) throws Exception {
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, SOURCE.formatted(name, apply));
        Path ours =
                Path.of(
                        ControlRules.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        int code =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "-proc:none",
                                "-cp",
                                ours.toString(),
                                "-d",
                                folder.resolve("classes").toString(),
                                source.toString());
        assertThat(code).isZero();
    }
}

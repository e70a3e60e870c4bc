// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;

/// A firm's own rules, in a jar of their own that knows only what we publish.
class ForeignRulesTest {
    private static final String SERVICE = "META-INF/services/" + ControlRules.class.getName();
    private static final RuleCase CASE =
            new RuleCase(new JsonObject(List.of()), List.of(), new References(Map.of(), Set.of()));

    @TempDir Path folder;

    /// Compiles rules and installs them in a class loader of their own.
    private RuleBook installed(String name, String workflow, String members) throws Exception {
        Path source = folder.resolve(name + ".java");
        Files.writeString(
                source,
                """
                package firm;
                import dev.countersign.core.review.*;
                import java.util.List;
                public final class %s implements ControlRules {
                    public String workflow() { return "%s"; }
                    public List<Control> controls() {
                        return List.of(
                            new Control("F-1", "title", "objective", "procedure", "evidence",
                                List.of("it is wrong")));
                    }
                    %s
                }
                """
                        .formatted(name, workflow, members));
        Path classes = folder.resolve("classes");
        String ours =
                Path.of(
                                ControlRules.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                        .toString();
        int code =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "-proc:none",
                                "-cp",
                                ours,
                                "-d",
                                classes.toString(),
                                source.toString());
        assertThat(code).isZero();
        Files.createDirectories(classes.resolve(SERVICE).getParent());
        Files.writeString(classes.resolve(SERVICE), "firm." + name + "\n");
        return RuleBook.installed(
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, RuleBook.class.getClassLoader()));
    }

    private static final String ONE_RESULT =
            """
            public List<RuleResult> apply(RuleCase about) {
                return List.of(new RuleResult("F-1", "deficiency", "always", about.payload()));
            }
            """;

    private static final RuleResult RESULT =
            new RuleResult("F-1", "deficiency", "always", new JsonObject(List.of()));

    @Test
    void standBesideOursAndAreNoDisagreement() throws Exception {
        RuleBook book =
                installed(
                        "Beside",
                        "change-approval",
                        ONE_RESULT + "public boolean recorded() { return true; }");
        assertThat(book.apply("change-approval", CASE)).isEmpty();
        assertThat(book.additional("change-approval", CASE))
                .containsExactly(new RuleBook.Additional("firm.Beside", List.of(RESULT), null));
        assertThat(book.controls("change-approval"))
                .extracting(Control::id)
                .containsExactly("ITGC-CM-01", "ITGC-CM-02", "ITGC-CM-03", "F-1");
        assertThat(book.additional("personal-trade-compliance", CASE)).isEmpty();
    }

    @Test
    void areThoseOfAWorkflowThatIsTheirs() throws Exception {
        RuleBook book =
                installed(
                        "Theirs",
                        "vendor-risk",
                        ONE_RESULT + "public boolean recorded() { return true; }");
        assertThat(book.apply("vendor-risk", CASE)).containsExactly(RESULT);
        assertThat(book.additional("vendor-risk", CASE)).isEmpty();
        assertThat(RuleBook.ours().apply("vendor-risk", CASE)).isNull();
    }

    @Test
    void mayFailWithoutTakingTheRunWithThem() throws Exception {
        RuleBook book =
                installed(
                        "Fails",
                        "vendor-risk",
                        """
                        public List<RuleResult> apply(RuleCase about) {
                            throw new IllegalStateException("no");
                        }
                        """);
        assertThat(book.apply("vendor-risk", CASE)).isNull();
        assertThat(book.additional("vendor-risk", CASE))
                .containsExactly(
                        new RuleBook.Additional(
                                "firm.Fails", List.of(), "java.lang.IllegalStateException: no"));
    }

    @Test
    void aRegisterIsStrict() {
        String control =
                "{\"id\":\"A\",\"title\":\"t\",\"objective\":\"o\",\"procedure\":\"p\","
                        + "\"evidence\":\"e\",\"deficiency\":[\"d\"]}";
        assertThat(ControlRegister.read(bytes("{\"controls\":[" + control + "]}")))
                .containsExactly(new Control("A", "t", "o", "p", "e", List.of("d")));
        for (String wrong :
                List.of(
                        "[]",
                        "{\"controls\":{}}",
                        "{\"controls\":[1]}",
                        "{\"controls\":[" + control.replace("\"title\"", "\"titel\"") + "]}",
                        "{\"controls\":[" + control.replace("[\"d\"]", "[1]") + "]}")) {
            assertThatThrownBy(() -> ControlRegister.read(bytes(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    %s
                    %s
                }
                """
                        .formatted(
                                name,
                                workflow,
                                members.contains("controls()") ? "" : CONTROLS,
                                members));
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

    private static final String CONTROLS =
            """
            public List<Control> controls() {
                return List.of(
                    new Control("F-1", "title", "objective", "procedure", "evidence",
                        List.of("it is wrong")));
            }
            """;

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
                                "firm.Fails",
                                List.of(),
                                "failed: java.lang.IllegalStateException: no"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null; | NullPointerException",
                "return apply(about); | StackOverflowError",
                "throw new NoClassDefFoundError(\"gone\"); | NoClassDefFoundError: gone",
                "return List.of(new RuleResult(null, \"\", \"\", null)); | NullPointerException"
            })
    void whateverTheyDoIsSaid(String body, String why) throws Exception {
        RuleBook book =
                installed(
                        "Odd",
                        "vendor-risk",
                        """
                        public List<RuleResult> apply(RuleCase about) { %s }
                        public boolean recorded() { return true; }
                        """
                                .formatted(body));
        RuleBook.Applied applied = book.perform("vendor-risk", CASE);
        assertThat(applied.results()).isNull();
        assertThat(applied.failed()).hasSize(1);
        assertThat(applied.failed().getFirst().rules()).isEqualTo("firm.Odd");
        assertThat(applied.failed().getFirst().failure()).startsWith("failed: java.lang." + why);
        assertThat(book.additional("vendor-risk", CASE)).isEqualTo(applied.failed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public Bad() { throw new IllegalStateException(\"no\"); }"
                        + " | IllegalStateException: no",
                "static final int X = Integer.parseInt(\"x\"); | NumberFormatException",
                "private Bad(int x) {} | constructor",
                "public boolean recorded() { throw new AssertionError(\"no\"); }"
                        + " | AssertionError: no",
                "public List<Control> controls() { return null; } | NullPointerException"
            })
    void whatCannotBeLoadedIsSaidAndHidesNothing(String members, String why) throws Exception {
        installed("Bad", "vendor-risk", ONE_RESULT + members);
        RuleBook book = installed("Good", "change-approval", ONE_RESULT);
        listed("firm.Gone", "firm.Bad", "firm.Good");
        List<RuleBook.Additional> all = book.additional("change-approval", CASE);
        assertThat(all).hasSize(3);
        assertThat(all.get(0).failure())
                .startsWith("could not be loaded: ")
                .contains("firm.Gone not found");
        assertThat(all.get(1).failure()).startsWith("could not be loaded: ").contains(why);
        assertThat(all.get(2))
                .isEqualTo(new RuleBook.Additional("firm.Good", List.of(RESULT), null));
        assertThat(book.apply("change-approval", CASE)).isEmpty();
        assertThat(book.controls("change-approval"))
                .last()
                .extracting(Control::id)
                .isEqualTo("F-1");
        assertThat(book.perform("vendor-risk", CASE))
                .isEqualTo(new RuleBook.Applied(null, all.subList(0, 2)));
    }

    @Test
    void aListThatCannotBeReadIsSaid() throws Exception {
        RuleBook book = installed("Good", "change-approval", ONE_RESULT);
        listed("firm.Good", "no name");
        assertThat(book.additional("change-approval", CASE))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.failure()).contains("Illegal configuration-file syntax"));
    }

    private void listed(String... names) throws Exception {
        Files.writeString(folder.resolve("classes").resolve(SERVICE), String.join("\n", names));
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

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.review.ControlRules;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/// A jar of rules that does not work, and the runs that are read beside it.
class BrokenRulesTest {
    private static final String RUN = "change-approval-0155cb2f963b";

    @TempDir Path dir;

    private Check rules(Path directory) throws Exception {
        Path jar = Files.createDirectories(dir.resolve("jar"));
        Path list = jar.resolve("META-INF/services").resolve(ControlRules.class.getName());
        Files.createDirectories(list.getParent());
        Files.writeString(list, "firm.Gone\n");
        var reader =
                new RunReader(
                        new ChainVerifier(Runnable::run, 1),
                        DefaultPolicy.get(),
                        TrustPlace.nowhere(),
                        RuleBook.installed(
                                new URLClassLoader(
                                        new URL[] {jar.toUri().toURL()},
                                        RuleBook.class.getClassLoader())));
        RunSnapshot run = reader.read(directory);
        return run.channels().checks().get(Kind.RULES.ordinal());
    }

    @Test
    void theRunsOfOursAreJudgedAsEver() throws Exception {
        assertThat(rules(RunCopy.of(RUN, dir).directory).outcome()).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void aRunThatTheyMayBeForIsNotCheckedAndSaysWhy() throws Exception {
        RunCopy copy = RunCopy.of(RUN, dir);
        copy.edit(copy.log(), "change-approval", "vendor-risk").rebuild();
        Check check = rules(copy.renamed("vendor").directory);
        assertThat(check.outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(check.why()).isEqualTo(Why.RULES_FAILED);
        assertThat(check.evidence().getFirst().subject()).isEqualTo("an added jar");
        assertThat(check.evidence().getFirst().found())
                .startsWith("could not be loaded: ")
                .contains("firm.Gone not found");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Bundles as a source: those that are refused, do not hold, or are gone. */
class BundleLossTest extends BundleDrive {
    @Test
    void aRefusedBundleIsSaidAndTheOthersAreRead() throws Exception {
        bundle("good.zip", 1, log());
        Path cut = bundle("cut.zip", 2, log());
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        Path changed = bundle("changed.tar", 3, log());
        String text = Files.readString(changed, StandardCharsets.ISO_8859_1);
        Files.writeString(
                changed,
                text.replace("ingested CHG-1042", "ingested CHG-1043"),
                StandardCharsets.ISO_8859_1);
        Sight first = look();
        assertThat(first.records()).containsExactly((long) ALL);
        assertThat(first.report().unreadable())
                .extracting(ScanReport.Unreadable::path)
                .containsExactlyInAnyOrder(cut, changed);
        assertThat(first.report().unreadable())
                .extracting(ScanReport.Unreadable::why)
                .anyMatch(why -> why.startsWith(cut + " is refused: "))
                .anyMatch(why -> why.startsWith(changed + " is not whole: "));
        Sight again = look();
        assertThat(again.report().unreadable())
                .containsExactlyInAnyOrderElementsOf(first.report().unreadable());
        assertThat(again.report().changed()).isFalse();
        assertThat(again.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBagThatLostItsDeclarationIsNotWhole(boolean source) throws Exception {
        Path bag = bundle("bag", 1, log());
        Files.delete(bag.resolve("bagit.txt"));
        if (source) {
            try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
                sources(workspace, bag);
            }
        }
        ScanReport.Unreadable said =
                new ScanReport.Unreadable(
                        bag,
                        bag
                                + " is not whole: bagit.txt is missing, which every bag must have"
                                + " (RFC 8493).");
        Sight sight = look();
        assertThat(sight.report().unreadable()).containsExactly(said);
        assertThat(sight.runs()).isEmpty();
        Sight again = look();
        assertThat(again.report().unreadable()).containsExactly(said);
        assertThat(again.report().changed()).isFalse();
        Overview plain =
                Overview.of(
                        drive, DefaultPolicy.get(), KeptClocks.none(), desk(NOW), Progress.NONE);
        assertThat(plain.unreadable()).containsExactly(said);
        assertThat(plain.runs()).isEmpty();
    }

    @Test
    void aBagThatLosesItsDeclarationStaysWhatItWas() throws Exception {
        Path bag = bundle("bag", 1, log());
        look();
        Files.delete(bag.resolve("bagit.txt"));
        Sight now = look();
        assertThat(now.records()).containsExactly((long) ALL);
        assertThat(now.report().unreadable()).hasSize(1);
        assertThat(now.history()).isEmpty();
    }

    @Test
    void aBundleThatIsRefusedNowStaysWhatItWas() throws Exception {
        Path bundle = bundle("b.zip", 1, log());
        look();
        byte[] bytes = Files.readAllBytes(bundle);
        Files.write(bundle, Arrays.copyOf(bytes, bytes.length / 2));
        Sight now = look();
        assertThat(now.records()).containsExactly((long) ALL);
        assertThat(now.report().unreadable()).hasSize(1);
        Files.write(bundle, bytes);
        Sight whole = look();
        assertThat(whole.records()).containsExactly((long) ALL);
        assertThat(whole.report().unreadable()).isEmpty();
        assertThat(whole.history()).isEmpty();
    }

    @Test
    void aRemovedBundleIsNoLoss() throws Exception {
        Path bundle = bundle("b.zip", 1, log());
        look();
        Path elsewhere = Files.move(bundle, temp.resolve("away.zip"));
        Sight gone = look();
        assertThat(gone.report().vanished()).isOne();
        assertThat(gone.runs()).isEmpty();
        assertThat(gone.history()).isEmpty();
        Files.move(elsewhere, bundle);
        Sight back = look();
        assertThat(back.records()).containsExactly((long) ALL);
        assertThat(back.history()).isEmpty();
    }

    @Test
    void aDriveThatIsGoneIsMissingAndItsRunsAreRemembered() throws Exception {
        bundle("b.zip", 1, log());
        look();
        Path elsewhere = Files.move(drive, temp.resolve("unplugged"));
        Sight gone = look();
        assertThat(gone.report().missing()).extracting(Source::path).containsExactly(drive);
        assertThat(gone.records()).containsExactly((long) ALL);
        assertThat(gone.history()).isEmpty();
        Files.move(elsewhere, drive);
        assertThat(look().report().changed()).isFalse();
    }
}

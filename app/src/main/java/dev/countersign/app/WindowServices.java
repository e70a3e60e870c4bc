// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.bundle.BundleSource;
import dev.countersign.app.feature.checkpoint.ExchangeCheckpoints;
import dev.countersign.app.feature.escalate.EscalateRun;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.keys.KeyDesk;
import dev.countersign.app.feature.queue.QueueSource;
import dev.countersign.app.feature.response.ImportResponse;
import dev.countersign.app.feature.run.ExportSelfCheck;
import dev.countersign.app.feature.run.FinishRun;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.feature.sign.ResumeDesk;
import dev.countersign.app.feature.sign.SignDesk;
import dev.countersign.app.feature.sign.SignerMemory;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.KeyPicker;
import dev.countersign.app.platform.LibraryPicker;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What the window needs from outside.
///
/// @param verifier verifies logs
/// @param jobs runs long work
/// @param picker asks for files
/// @param clipboard takes copies
/// @param clock local time
/// @param runs what the queue and the run screen need; null where only logs are opened
public record WindowServices(
        LogDesk verifier,
        Jobs jobs,
        FilePicker picker,
        TextClipboard clipboard,
        Supplier<ZonedDateTime> clock,
        @Nullable Runs runs) {
    /// What the queue and the run screen need from outside.
    ///
    /// @param ticker owns now
    /// @param viewer the zone in which moments are told
    /// @param sources what waits in a folder
    /// @param reader reads one run
    /// @param opened hears which folder was opened
    /// @param demo writes the demo workspace
    /// @param signatures what signing needs
    /// @param bundles opens and makes bundles
    public record Runs(
            Ticker ticker,
            ZoneId viewer,
            Function<Path, QueueSource> sources,
            ReadRun reader,
            Consumer<Path> opened,
            WriteDemo demo,
            Signatures signatures,
            BundleSource bundles) {}

    /// What signing needs from outside.
    ///
    /// @param desk signs
    /// @param resumes lets approved runs go on
    /// @param finisher does the rest of the work where a crash left some
    /// @param memory who signed last
    /// @param keys finds and makes keys
    /// @param files asks where a response is written
    /// @param selfChecks exports what it takes to check signatures without us
    /// @param responses imports what was signed elsewhere
    /// @param checkpoints exchanges what was seen of logs
    /// @param escalations takes runs to others
    /// @param shower shows a folder
    public record Signatures(
            SignDesk desk,
            ResumeDesk resumes,
            FinishRun finisher,
            SignerMemory memory,
            Keys keys,
            SavePicker files,
            ExportSelfCheck selfChecks,
            ImportResponse responses,
            ExchangeCheckpoints checkpoints,
            EscalateRun escalations,
            FolderShower shower) {}

    /// What finding and making keys needs from outside.
    ///
    /// @param desk looks at tokens, and makes keys
    /// @param files asks for the file with the key
    /// @param libraries asks for the library of a token
    /// @param authority whether an address is one of a time-stamp authority
    public record Keys(
            KeyDesk desk, KeyPicker files, LibraryPicker libraries, Predicate<String> authority) {}
}

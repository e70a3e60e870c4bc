// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.StampText;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.FileStamp;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.TimeStampCheck;
import dev.countersign.core.trust.TimeStampFault;
import dev.countersign.core.trust.TimeStampRequest;
import dev.countersign.core.trust.TrustVerdict;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The time-stamp of a checkpoint's file, beside it as `FILE.tsr`. It says when the checkpoint was
/// there, and by whose clock; a wrong one does not make the checkpoint wrong.
///
/// @param file where it lies
/// @param check whether it is right, and about these bytes
/// @param authority whether the clock is trusted; null if it is not right
record CheckpointStamp(Path file, TimeStampCheck check, @Nullable TrustVerdict authority) {
    /// Where the stamp of a file lies.
    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + FileStamp.SUFFIX);
    }

    /// What lies beside the file of `--checkpoint`; null if nothing does.
    static @Nullable CheckpointStamp beside(Path file, TrustPlace trust) throws SourceException {
        Path stamp = of(file);
        if (!SmallFile.exists(stamp)) {
            return null;
        }
        TimeStampCheck check =
                FileStamp.check(Octets.of(SmallFile.read(stamp)), Octets.of(SmallFile.read(file)));
        TrustVerdict authority =
                check instanceof TimeStampCheck.Stamped right
                        ? trust.anchors().authority(right)
                        : null;
        return new CheckpointStamp(stamp, check, authority);
    }

    /// A stamped checkpoint is proof of a time, and is not replaced.
    static void refuseToReplace(Path file) throws SourceException {
        Path stamp = of(file);
        if (SmallFile.exists(stamp)) {
            throw new SourceException(
                    stamp,
                    stamp
                            + " is the time-stamp of the checkpoint that is there: nothing was"
                            + " written; choose another name.");
        }
    }

    /// Asks the authority of `--tsa` for the time of a text; null if none is asked for.
    static @Nullable Octets ask(Path file, Octets text, Arguments arguments, Console console)
            throws UsageException, SourceException {
        TimeStampRequest request = TimeStampRequest.of(text, console.randomness().get());
        Octets answer = StampOption.ask(request, file, arguments);
        if (answer != null) {
            refuse(FileStamp.check(request, answer, text), file + " was not stamped: ");
        }
        return answer;
    }

    /// Writes what is to be carried to an authority, if `--tsa-request` says so.
    static void request(Octets text, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String request = arguments.value(StampOption.REQUEST);
        if (request != null) {
            SmallFile.create(
                    Options.outside(request),
                    TimeStampRequest.of(text, console.randomness().get()).der().toArray());
        }
    }

    /// Puts the answer that was carried back beside the checkpoint.
    static Exit answered(@Nullable Path file, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String asked = arguments.value(StampOption.REQUEST);
        String answer = arguments.value(StampOption.ANSWER);
        if (file == null || asked == null || answer == null) {
            throw new UsageException(
                    "--tsa-answer goes with --tsa-request and --out, the checkpoint that was asked"
                            + " about");
        }
        refuseToReplace(file);
        TimeStampRequest request =
                TimeStampRequest.read(Octets.of(SmallFile.read(Options.path(asked))))
                        .orElseThrow(
                                () -> new UsageException(asked + " is not a time-stamp request"));
        byte[] stamp = SmallFile.read(Options.path(answer));
        TimeStampCheck check =
                FileStamp.check(request, Octets.of(stamp), Octets.of(SmallFile.read(file)));
        refuse(check, answer + " was not kept: ");
        SmallFile.create(of(file), stamp);
        CheckpointStamp kept = new CheckpointStamp(of(file), check, null);
        console.out()
                .println(
                        arguments.has("--json")
                                ? kept.json().text()
                                : StampText.sentence(check, null)
                                        + " Written to "
                                        + of(file)
                                        + ".");
        return Exit.DONE;
    }

    private static void refuse(TimeStampCheck check, String what) throws UsageException {
        if (check instanceof TimeStampCheck.Failed failed) {
            String why = failed.faults().getFirst().message();
            throw new UsageException(what + why.substring(0, why.length() - 1));
        }
    }

    /// As a member of a document.
    JsonObject json() {
        TimeStampCheck.Stamped right =
                check instanceof TimeStampCheck.Stamped stamped ? stamped : null;
        List<JsonValue> faults = new ArrayList<>();
        if (check instanceof TimeStampCheck.Failed failed) {
            for (TimeStampFault fault : failed.faults()) {
                faults.add(JsonValue.of(fault.message()));
            }
        }
        return JsonValue.object()
                .with("path", file.toString())
                .with("right", JsonValue.of(right != null))
                .with("time", right == null ? null : right.time().toString())
                .with("authority", right == null ? null : right.authority().names().shown())
                .with("trust", StampText.trustWord(authority))
                .with("faults", new JsonArray(faults))
                .with("message", StampText.sentence(check, authority))
                .build();
    }
}

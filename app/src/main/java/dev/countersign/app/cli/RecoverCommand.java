// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.RecoveryText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.recovery.BesideLog;
import dev.countersign.core.recovery.FieldChange;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.recovery.RecoveryProgress;
import dev.countersign.core.recovery.RecoveryRequest;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.RecoveryResult.NotFound;
import dev.countersign.core.recovery.RecoveryResult.NothingSpeaks;
import dev.countersign.core.recovery.RecoveryResult.Recovered;
import dev.countersign.core.recovery.Silence;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LogPlace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `recover`: what did an edited record say, if its hash still knows?
final class RecoverCommand {
    private static final long SECONDS = 30;

    private final Arguments arguments;
    private final Console console;

    private RecoverCommand(Arguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of(
                                "--record",
                                "--run",
                                "--seconds",
                                "--format",
                                "--checkpoint",
                                "--out",
                                "--at"));
        if (arguments.rest().size() != 1) {
            throw new UsageException(
                    "recover takes one path: a log, a run directory, or a bundle (with --run"
                            + " NAME)");
        }
        Path path = Options.path(arguments.rest().getFirst());
        String run = arguments.value("--run");
        try (LogPlace place = LogPlace.open(path, () -> Bundles.limits(DefaultPolicy.get()), run)) {
            return new RecoverCommand(arguments, console).recover(place);
        }
    }

    private Exit recover(LogPlace place) throws UsageException, SourceException {
        String out = arguments.value("--out");
        if (out != null) {
            var _ = Options.newFile(out);
        }
        Duration budget = Duration.ofSeconds(number("--seconds", SECONDS));
        long asked = number("--record", -1);
        int cores = Runtime.getRuntime().availableProcessors();
        VerifyRequest request = Options.request(arguments);
        LogFile file = place.log();
        RunFolder run = place.run();
        BesideLog beside = run == null ? BesideLog.NOTHING : BesideLog.of(run);
        ChainReport report =
                Options.finished(
                        new ChainVerifier(console.workers(), cores)
                                .verify(
                                        file,
                                        request,
                                        Options.progress(file, console),
                                        Cancellation.NEVER));
        long record = asked >= 0 ? asked : Recovery.firstEdited(report);
        if (record < 0) {
            return answer(new NothingSpeaks(-1, nothing(report)));
        }
        var wanted = new RecoveryRequest(report, record, beside, request.checkpoint(), budget);
        return answer(
                new Recovery(console.workers(), cores, System::nanoTime)
                        .recover(file, wanted, progress(), Cancellation.NEVER));
    }

    private static Silence nothing(ChainReport report) {
        boolean intact = report.verdict() == Verdict.INTACT || report.verdict() == Verdict.EMPTY;
        return intact ? Silence.CHAIN_INTACT : Silence.NOT_AN_EDIT;
    }

    private long number(String option, long otherwise) throws UsageException {
        String text = arguments.value(option);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + " " + text + " is not a whole number of 0 or more");
    }

    private RecoveryProgress progress() {
        if (!console.terminal().getAsBoolean()) {
            return RecoveryProgress.NONE;
        }
        return new ShownTries(console);
    }

    private Exit answer(RecoveryResult result) throws UsageException, SourceException {
        String out = arguments.value("--out");
        if (out != null && result instanceof Recovered hit) {
            SmallFile.replace(Options.path(out), hit.original().text() + "\n");
        }
        if (arguments.has("--json")) {
            console.out().println(document(result).text());
        } else {
            text(result);
        }
        return result instanceof Recovered ? Exit.DONE : Exit.NEGATIVE;
    }

    private static JsonObject document(RecoveryResult result) {
        return switch (result) {
            case Recovered hit ->
                    head(hit.record(), true)
                            .with("original", hit.original())
                            .with("how", RecoveryText.how(hit.how()))
                            .with("tried", hit.tried())
                            .with("per_second", RecoveryText.perSecond(hit.tried(), hit.taken()))
                            .with("hash", hit.hash())
                            .with("text", hit.text())
                            .with("standing", hit.standing())
                            .with("changes", changes(hit.changes()))
                            .with("message", RecoveryText.sentence(hit))
                            .build();
            case NotFound miss ->
                    head(miss.record(), false)
                            .with("original", (String) null)
                            .with("how", (String) null)
                            .with("tried", miss.tried())
                            .with("per_second", RecoveryText.perSecond(miss.tried(), miss.taken()))
                            .with("message", RecoveryText.sentence(miss))
                            .build();
            case NothingSpeaks nothing ->
                    head(nothing.record(), false)
                            .with("original", (String) null)
                            .with("how", (String) null)
                            .with("tried", 0)
                            .with("per_second", 0)
                            .with("message", RecoveryText.sentence(nothing))
                            .build();
        };
    }

    private static JsonValue.ObjectBuilder head(long record, boolean found) {
        JsonValue none = JsonValue.of((String) null);
        return JsonValue.object()
                .with("record", record < 0 ? none : JsonValue.of(record))
                .with("found", JsonValue.of(found));
    }

    private static JsonValue changes(List<FieldChange> changes) {
        List<JsonValue> all = new ArrayList<>();
        JsonValue none = JsonValue.of((String) null);
        for (FieldChange change : changes) {
            JsonValue was = change.original();
            JsonValue is = change.standing();
            all.add(
                    JsonValue.object()
                            .with("field", change.path())
                            .with("original", was == null ? none : was)
                            .with("standing", is == null ? none : is)
                            .build());
        }
        return new JsonValue.JsonArray(all);
    }

    private void text(RecoveryResult result) {
        console.out().println(RecoveryText.sentence(result));
        if (result instanceof Recovered hit) {
            hit.changes().forEach(c -> console.out().println("  " + RecoveryText.change(c)));
            console.out().println("  original: " + hit.original().text());
            console.out()
                    .println(
                            "  "
                                    + Numbers.count(hit.tried(), "candidate")
                                    + " tried in "
                                    + Numbers.duration(hit.taken())
                                    + ". The log was left as it is.");
        }
    }
}

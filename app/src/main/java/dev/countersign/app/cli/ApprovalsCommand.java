// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.Reason;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.SelfCheck;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `verify-approval`: every act of a human in a run's log, with what is to be said of it.
final class ApprovalsCommand {
    private ApprovalsCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of("--at", "--policy", "--workspace", "--trust", "--run", "--export"));
        if (arguments.rest().size() != 1) {
            throw new UsageException("verify-approval takes one run directory");
        }
        Path path = Options.present(arguments.rest().getFirst());
        Policy policy = PolicyOption.of(path, arguments);
        ChainVerifier verifier =
                new ChainVerifier(console.workers(), Runtime.getRuntime().availableProcessors());
        TrustOption trust = TrustOption.of(path, arguments);
        RunReader reader = new RunReader(verifier, policy, trust.place());
        InBundle around = InBundle.around(path, arguments, console);
        RunSnapshot run = run(path, around, reader, policy, arguments);
        if (run.chain() == null) {
            throw new SourceException(path, path + " has no audit.jsonl: give a run directory.");
        }
        String export = arguments.value("--export");
        if (export != null) {
            SelfCheck.of(run).write(Options.outsideFolder(export));
        }
        around.say(arguments, console);
        if (arguments.has("--json")) {
            console.out().println(around.in(document(run, trust.from())).text());
        } else {
            print(run, console);
        }
        return negative(run) ? Exit.NEGATIVE : around.exit();
    }

    private static RunSnapshot run(
            Path path, InBundle around, RunReader reader, Policy policy, Arguments arguments)
            throws UsageException, SourceException {
        PackedPath packed = Bundles.packed(path);
        if (packed == null) {
            return reader.read(path);
        }
        try (Bundle bundle = Bundles.open(around.path(), policy)) {
            RunFolder folder = Bundles.one(bundle, packed, arguments.value("--run"));
            return reader.read(folder, VerifyRequest.DEFAULT, Progress.NONE);
        }
    }

    /// A chain that is broken proves nothing about what is in it, and no act is no approval.
    private static boolean negative(RunSnapshot run) {
        ChainReport chain = run.chain();
        boolean negative =
                chain == null || chain.verdict() != Verdict.INTACT || run.acts().isEmpty();
        for (ActVerdict act : run.acts()) {
            negative |=
                    act.signed() instanceof Judgement.Failed
                            || act.trusted() instanceof Judgement.Failed
                            || act.allowed() instanceof Judgement.Failed;
        }
        return negative;
    }

    private static JsonObject document(RunSnapshot run, @Nullable String trustFrom) {
        List<JsonValue> acts = new ArrayList<>();
        for (ActVerdict act : run.acts()) {
            acts.add(document(run, act));
        }
        ChainReport chain = run.chain();
        return JsonValue.object()
                .with("run_id", run.runId())
                .with("verdict", chain == null ? null : chain.verdict().word())
                .with("approvals", new JsonArray(acts))
                .with("trust_from", trustFrom)
                .build();
    }

    static JsonObject document(RunSnapshot run, ActVerdict act) {
        JsonObject record = record(run, act);
        ActVerdict.Signed signed = act.signature();
        List<JsonValue> reasons = new ArrayList<>();
        for (Reason reason : act.reasons()) {
            reasons.add(JsonValue.of(reason.sentence()));
        }
        return JsonValue.object()
                .with("record", act.record())
                .with("event", act.kind().event())
                .with("key", record.string("key"))
                .with("approver", act.person())
                .with("decision", record.string("decision"))
                .with("signature", word(act.signed()))
                .with("trust", word(act.trusted()))
                .with("policy", word(act.allowed()))
                .with("reasons", new JsonArray(reasons))
                .with("subject", signed == null ? null : signed.subject())
                .with("algorithm", signed == null ? null : signed.algorithm())
                .with("signing_time", signed == null ? null : signed.signingTime().toString())
                .with("timestamp", time(signed))
                .build();
    }

    private static @Nullable String time(ActVerdict.@Nullable Signed signed) {
        return signed == null || signed.timeStamp() == null ? null : signed.timeStamp().toString();
    }

    private static JsonObject record(RunSnapshot run, ActVerdict act) {
        return run.events().stream()
                .filter(event -> event.record() == act.record())
                .findFirst()
                .orElseThrow()
                .value();
    }

    /// As it is written in files.
    static String word(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held held -> "verified";
            case Judgement.Failed failed -> "failed";
            case Judgement.Unchecked unchecked -> "not_checked";
        };
    }

    private static void print(RunSnapshot run, Console console) {
        if (run.acts().isEmpty()) {
            console.out().println("Nobody has acted on this run: there is no approval to verify.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RECORD", "ACT", "BY", "SIGNATURE", "TRUST", "POLICY"));
        for (ActVerdict act : run.acts()) {
            rows.add(
                    List.of(
                            String.valueOf(act.record()),
                            act.kind().event().replace('_', ' '),
                            act.person(),
                            word(act.signed()).replace('_', ' '),
                            word(act.trusted()).replace('_', ' '),
                            word(act.allowed()).replace('_', ' ')));
        }
        Table.print(rows, console.out());
        for (ActVerdict act : run.acts()) {
            for (Reason reason : act.reasons()) {
                console.out().println("  " + act.record() + "  " + reason.sentence());
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.reperformance.PopulationResults.Unreadable;
import dev.countersign.core.reperformance.Reperformance;
import dev.countersign.core.reperformance.Reperformer;
import dev.countersign.core.reperformance.Reperformer.Subject;
import dev.countersign.core.reperformance.Results;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.signing.Act;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// `reperform`: does everything that a run concluded come out again? One run or many; the results
/// of one can be signed.
final class ReperformCommand {
    private final Arguments arguments;
    private final Console console;
    private final ReperformedPaths paths;
    private final Policy policy;
    private final Reperformer reperformer;
    private final @Nullable Path out;

    private ReperformCommand(
            Arguments arguments,
            Console console,
            ReperformedPaths paths,
            Policy policy,
            KeptClocks clocks,
            @Nullable Path out) {
        this.arguments = arguments;
        this.out = out;
        this.console = console;
        this.paths = paths;
        this.policy = policy;
        reperformer =
                new Reperformer(
                        new ChainVerifier(
                                console.workers(), Runtime.getRuntime().availableProcessors()),
                        policy,
                        RuleBook.installed(),
                        Cli.VERSION,
                        clocks);
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Set<String> values = new HashSet<>(ActCommand.COMMON);
        values.add("--out");
        Arguments arguments = Arguments.parse(words, Set.of("--json", "--pss"), values);
        if (arguments.rest().isEmpty()) {
            throw new UsageException(
                    "reperform takes run directories, a folder of them, or bundles");
        }
        ReperformedPaths paths = ReperformedPaths.of(arguments, console);
        Path first = Options.path(arguments.rest().getFirst());
        String out = arguments.value("--out");
        Policy policy = PolicyOption.of(first, arguments);
        ReperformCommand command =
                new ReperformCommand(
                        arguments,
                        console,
                        paths,
                        policy,
                        WorkspaceOption.clocks(first, arguments),
                        out == null ? null : Options.newFile(out));
        return paths.many() ? command.population() : command.one(paths.subjects().getFirst());
    }

    private Exit one(Subject subject) throws UsageException, SourceException {
        paths.bundles()
                .forEach((path, bundle) -> new InBundle(path, bundle).say(arguments, console));
        Reperformance done = performed(subject);
        Results results = done.results();
        boolean signs = arguments.value("--identity") != null;
        if (signs && out == null) {
            throw new UsageException("results that are signed must be kept: give --out FILE");
        }
        keep(results);
        recorded("run", done.run().runId(), results, done.agrees());
        boolean failed = paths.bundles().values().stream().anyMatch(BundleStanding::negative);
        Exit exit = done.differs() || done.left() || failed ? Exit.NEGATIVE : Exit.DONE;
        if (!signs) {
            print(done);
            return exit;
        }
        @Nullable String why = arguments.value("--rationale");
        Act act =
                new Act.Reperform(
                        results.sha256(), Cli.VERSION, policy.sha256(), why == null ? "" : why);
        return ActCommand.sign("reperform", subject.directory(), act, arguments, console)
                .worse(exit);
    }

    private void keep(Results results) throws SourceException {
        if (out != null) {
            SmallFile.publish(out, results.bytes());
        }
    }

    private Reperformance performed(Subject subject) throws SourceException {
        return reperformer
                .run(subject, Progress.NONE, Cancellation.NEVER)
                .orElseThrow(() -> new IllegalStateException("nobody cancelled"));
    }

    private Exit population() throws UsageException, SourceException {
        boolean signs = arguments.value("--identity") != null;
        if (signs && (out == null || workspace() == null)) {
            throw new UsageException(
                    "results of many runs are signed into a workspace's ledger, and kept: give a"
                            + " workspace and --out FILE");
        }
        paths.bundles()
                .forEach((path, bundle) -> new InBundle(path, bundle).say(arguments, console));
        PopulationResults all =
                reperformer
                        .population(paths.subjects(), this::print, progress(), Cancellation.NEVER)
                        .orElseThrow(() -> new IllegalStateException("nobody cancelled"))
                        .from(paths.bundles().values())
                        .beside(paths.unopened());
        Results results = all.results();
        keep(results);
        String what = arguments.rest().size() == 1 ? arguments.rest().getFirst() : "runs";
        if (!signs) {
            recorded("population", what, results, all.agrees());
        }
        if (!arguments.has("--json")) {
            console.out()
                    .println(
                            all.rows().size()
                                    + " performed, "
                                    + all.differing()
                                    + " differ, "
                                    + (all.left() == 0 ? "" : all.left() + " not re-performed, ")
                                    + doNotHold(all.against().size())
                                    + "results "
                                    + results.sha256());
        }
        all.unreadable().forEach(this::unread);
        Exit exit = all.agrees() ? unread(all) : Exit.NEGATIVE.worse(unread(all));
        return signs ? signed(results).worse(exit) : exit;
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String doNotHold(int bundles) {
        return switch (bundles) {
            case 0 -> "";
            case 1 -> "1 bundle is not valid, ";
            default -> bundles + " bundles are not valid, ";
        };
    }

    /// The workspace that is performed as a whole; null if something else is.
    private @Nullable WorkspaceFolder workspace() throws UsageException {
        WorkspaceFolder folder = new WorkspaceFolder(Options.path(arguments.rest().getFirst()));
        return arguments.rest().size() == 1 && folder.exists() ? folder : null;
    }

    private Exit signed(Results results) throws UsageException, SourceException {
        @Nullable String why = arguments.value("--rationale");
        Act.Reperform act =
                new Act.Reperform(
                        results.sha256(), Cli.VERSION, policy.sha256(), why == null ? "" : why);
        WorkspaceFolder folder = Objects.requireNonNull(workspace());
        return new ResultsCommand(folder, act, policy, arguments, console).sign();
    }

    private void unread(Unreadable run) {
        if (arguments.has("--json")) {
            console.out()
                    .println(
                            JsonValue.object()
                                    .with("path", run.directory().toString())
                                    .with("error", run.why())
                                    .build()
                                    .text());
        }
        console.complain(run.why());
    }

    private static Exit unread(PopulationResults all) {
        return all.unreadable().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private void recorded(String type, String id, Results results, boolean agree)
            throws UsageException, SourceException {
        JsonObject details =
                JsonValue.object()
                        .with("results_sha256", results.sha256())
                        .with("tool_version", Cli.VERSION)
                        .with("policy_sha256", policy.sha256())
                        .with("agree", JsonValue.of(agree))
                        .build();
        Resource what = new Resource(type, id);
        LedgerNote.of(arguments, console, DeskAction.REPERFORMED, what, details);
    }

    private void print(Reperformance done) {
        Results results = done.results();
        if (arguments.has("--json")) {
            List<Member> members = new ArrayList<>(results.value().members());
            members.add(new Member("results_sha256", JsonValue.of(results.sha256())));
            paths.bundles()
                    .forEach((path, bundle) -> {
                        if (bundle.negative()
                                && whole(done.run().directory()).startsWith(whole(path))) {
                            members.add(new Member("bundle", bundle.json()));
                        }
                    });
            console.out().println(new JsonObject(members).text());
        } else {
            ReperformText.print(done, results.sha256(), console.out());
        }
    }

    private Progress progress() {
        if (!console.terminal().getAsBoolean()) {
            return Progress.NONE;
        }
        return (done, total, records, faulty) -> {
            if (done % 100 == 0 && done < total) {
                console.err().print("\rperforming " + done * 100 / total + " %\r");
                console.err().flush();
            }
        };
    }
}

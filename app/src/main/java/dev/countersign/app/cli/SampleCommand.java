// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.sampling.Completeness;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.RecordedDraw.Superseding;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleSignedOff;
import dev.countersign.core.workspace.Samples;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// `sample`: the population of a period, its sample, whether it is complete, and who has looked.
final class SampleCommand {
    private static final String SUPERSEDE = "--supersede";
    private static final String SIGN_OFF = "--sign-off";
    private static final Set<String> VALUES =
            Set.of(
                    "--period",
                    "--rate",
                    "--seed",
                    "--source",
                    "--column",
                    "--assign",
                    "--run",
                    "--note",
                    SUPERSEDE,
                    "--identity",
                    "--keystore",
                    "--pkcs11",
                    "--slot",
                    "--alias",
                    "--certificate",
                    "--pin-file",
                    StampOption.AUTHORITY,
                    "--at",
                    "--policy",
                    "--workspace",
                    "--trust");
    private static final Set<String> FLAGS =
            Set.of("--json", "--pss", "--record", "--gaps", "--coverage", SIGN_OFF);
    private static final int RANDOM_BYTES = 32;

    private final Arguments arguments;
    private final Console console;
    private final Path path;
    private final YearMonth period;
    private final Actor person =
            new Actor(System.getProperty("user.name", "unknown"), Actor.Type.USER);
    private @Nullable Draw draw;
    private @Nullable RecordedDraw counting;
    private @Nullable SampleCoverage coverage;
    private List<SampleSignedOff> signOffs = List.of();
    private List<String> vanished = List.of();
    private boolean inWorkspace;

    private SampleCommand(Arguments arguments, Console console, Path path, YearMonth period) {
        this.arguments = arguments;
        this.console = console;
        this.path = path;
        this.period = period;
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        if (!words.isEmpty() && AttributeCommand.knows(words.getFirst())) {
            return AttributeCommand.run(words, console);
        }
        Arguments arguments = Arguments.parse(words, FLAGS, VALUES);
        if (arguments.rest().size() != 1) {
            throw new UsageException(
                    "sample takes one folder (a workspace, or runs), or size, or evaluate");
        }
        Path path = Options.path(arguments.rest().getFirst());
        SampleCommand command =
                new SampleCommand(
                        arguments,
                        console,
                        path,
                        DrawOption.period(arguments.value("--period"), "sample"));
        String reason = arguments.value(SUPERSEDE);
        if (reason != null && reason.isBlank()) {
            throw new UsageException(
                    "--supersede takes the reason why an earlier draw is not to count");
        }
        if (arguments.value(StampOption.AUTHORITY) != null && !arguments.has(SIGN_OFF)) {
            throw new UsageException("--tsa goes with --sign-off");
        }
        return arguments.has("--coverage")
                        || arguments.has(SIGN_OFF)
                        || arguments.value("--assign") != null
                ? command.covered()
                : command.drawn();
    }

    private Exit drawn() throws UsageException, SourceException {
        double rate = DrawOption.rate(arguments, "sample");
        BigInteger seed = DrawOption.seed(arguments, "sample");
        LookedAt<Overview> looked =
                Overviews.of(path, arguments, console, workspace -> here(workspace, rate, seed));
        Overview overview = looked.runs();
        if (!inWorkspace && (seed == null || records())) {
            throw new UsageException(
                    "a seed by chance, --record and --supersede need a workspace whose ledger can"
                            + " be written");
        }
        Draw done = draw;
        if (done == null) {
            Population population =
                    Population.of(overview.runs(), period, overview.policy().calendar().zone());
            done = Draw.of(population, rate, seed == null ? BigInteger.ZERO : seed);
        }
        @Nullable Completeness completeness =
                SampleSource.of(arguments, overview, done.population(), vanished);
        SampleDocument document = new SampleDocument(done, completeness, vanished, counting);
        looked.bundle().say(arguments, console);
        if (arguments.has("--json")) {
            console.out().println(looked.bundle().in(document.json()).text());
        } else {
            document.lines().forEach(console.out()::println);
        }
        boolean negative =
                !vanished.isEmpty()
                        || !done.population().unplaced().isEmpty()
                        || completeness != null && completeness.negative();
        return Overviews.complaints(overview.seen(), console)
                .worse(looked.bundle().exit())
                .worse(negative ? Exit.NEGATIVE : Exit.DONE);
    }

    private void here(Workspace workspace, double rate, @Nullable BigInteger seed)
            throws SourceException {
        inWorkspace = true;
        Samples samples = new Samples(workspace);
        vanished = samples.vanished(period);
        Population population = samples.population(period);
        String reason = arguments.value(SUPERSEDE);
        @Nullable Superseding over = reason == null ? null : samples.over(period, reason);
        if (seed == null) {
            draw =
                    samples.drawByChance(
                            person,
                            population,
                            rate,
                            () ->
                                    HexFormat.of()
                                            .formatHex(
                                                    console.randomness().get().bytes(RANDOM_BYTES)),
                            over);
        } else if (records()) {
            draw = samples.draw(person, population, rate, seed, over);
        }
        counting = RecordedDraw.counting(samples.draws(period));
    }

    private boolean records() {
        return arguments.has("--record") || arguments.value(SUPERSEDE) != null;
    }

    /// Who is to look, who has looked, and that it is done.
    private Exit covered() throws UsageException, SourceException {
        String to = arguments.value("--assign");
        String run = arguments.value("--run");
        if (to != null && (run == null || to.isBlank())) {
            throw new UsageException("--assign WHO needs --run ID");
        }
        Overview overview =
                Overviews.of(path, arguments, console, workspace -> covered(workspace, to, run))
                        .runs();
        SampleCoverage found = coverage;
        if (found == null) {
            throw new UsageException("coverage needs a workspace whose ledger can be written");
        }
        if (arguments.has(SIGN_OFF)) {
            signOffs = new SignOffCommand(path, found, person, arguments, console).done();
        }
        if (arguments.has("--json")) {
            console.out().println(CoverageDocument.json(found, signOffs).text());
        } else {
            CoverageDocument.lines(found, signOffs).forEach(console.out()::println);
        }
        return Overviews.complaints(overview.seen(), console)
                .worse(found.objection() == null ? Exit.DONE : Exit.NEGATIVE);
    }

    private void covered(Workspace workspace, @Nullable String to, @Nullable String run)
            throws SourceException {
        Samples samples = new Samples(workspace);
        if (to != null && run != null) {
            assign(samples, to, run);
        }
        SampleCoverage now =
                samples.coverage(period, Progress.NONE, Cancellation.NEVER)
                        .orElseThrow(() -> new IllegalStateException("nobody cancelled"));
        coverage = now;
        signOffs = samples.signOffs(period);
    }

    private void assign(Samples samples, String to, String run) throws SourceException {
        Population population = samples.population(period);
        if (population.members().stream().noneMatch(member -> member.runId().equals(run))) {
            throw new SourceException(path, run + " is not a run of " + period + ".");
        }
        samples.assign(person, population, run, to);
    }
}

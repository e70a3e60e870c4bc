// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.ResumeRule;
import dev.countersign.core.run.RunSnapshot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Exactly what would run: everything that is shown before, and nothing else, is what is executed.
///
/// @param runId which run it resumes
/// @param arguments the program, and its arguments; no shell ever reads them
/// @param directory where it runs
/// @param limit how long it may take
/// @param environment names of variables that it is given beside {@link #ALWAYS} and `LC_*`
public record ResumeCommand(
        String runId,
        List<String> arguments,
        Path directory,
        Duration limit,
        List<String> environment) {
    /// Variables that every command is given, where the desk has them.
    public static final List<String> ALWAYS = List.of("PATH", "HOME", "LANG", "TMPDIR", "TZ");

    private static final String LOCALE = "LC_";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z_]+}");

    /// What producers write; above all it does not begin like an option.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /// What a POSIX shell takes for itself.
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public ResumeCommand {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
    }

    static boolean isPlain(String runId) {
        return PLAIN.matcher(runId).matches();
    }

    static ResumeCommand of(ResumeRule rule, RunSnapshot run, Path workspace) {
        Path root = workspace.toAbsolutePath().normalize();
        Path directory = run.directory().toAbsolutePath().normalize();
        Path parent = directory.getParent();
        Map<String, String> known =
                Map.of(
                        "{run_dir}",
                        directory.toString(),
                        "{run_id}",
                        run.runId(),
                        "{runs_dir}",
                        parent == null ? directory.toString() : parent.toString(),
                        "{workspace}",
                        root.toString());
        Path where = root.resolve(filled(rule.directory(), known)).normalize();
        List<String> arguments = new ArrayList<>();
        for (String argument : rule.command()) {
            arguments.add(arguments.isEmpty() ? program(argument, where) : filled(argument, known));
        }
        return new ResumeCommand(
                run.runId(),
                arguments,
                where,
                Duration.ofSeconds(rule.seconds()),
                rule.environment());
    }

    /// A name alone is looked up in the PATH, a path is one from the directory.
    private static String program(String word, Path directory) {
        return word.indexOf('/') < 0 && word.indexOf('\\') < 0
                ? word
                : directory.resolve(word).normalize().toString();
    }

    /// In one pass: what was put in is never looked at again.
    private static String filled(String argument, Map<String, String> known) {
        return PLACEHOLDER
                .matcher(argument)
                .replaceAll(found ->
                        Matcher.quoteReplacement(known.getOrDefault(found.group(), found.group())));
    }

    /// The arguments as a line for people, which a POSIX shell would read as just these.
    public String line() {
        return arguments.stream().map(ResumeCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return NEEDS_NO_QUOTES.matcher(argument).matches()
                ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }

    /// Of all variables those that it is given.
    public Map<String, String> reduced(Map<String, String> all) {
        Map<String, String> kept = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (ALWAYS.contains(name) || name.startsWith(LOCALE) || environment.contains(name)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    /// For the ledger, before it is started: what is not recorded is not done.
    public LedgerEntry starting(Actor who) {
        return LedgerEntry.of(who, DeskAction.RESUME_STARTED, resource()).with(details());
    }

    Resource resource() {
        return new Resource("run", runId);
    }

    JsonObject details() {
        return JsonValue.object()
                .with("command", words(arguments))
                .with("directory", directory.toString())
                .with("seconds", limit.toSeconds())
                .with("environment", words(environment))
                .build();
    }

    private static JsonArray words(List<String> words) {
        return new JsonArray(words.stream().<JsonValue>map(JsonValue::of).toList());
    }
}

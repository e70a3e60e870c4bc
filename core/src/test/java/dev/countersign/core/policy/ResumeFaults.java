// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.policy.PolicyFaults.Table;
import dev.countersign.core.policy.PolicyProblem.Kind;

/** Faults in what resumes runs. */
final class ResumeFaults {
    private static final String ANCHOR = "\"version\": \"default-1\",";
    private static final String BRACES =
            "braces only around {run_dir}, {run_id}, {runs_dir}, {workspace}";

    private ResumeFaults() {}

    private static String with(String rules) {
        return ANCHOR + " \"resume\": [" + rules + "],";
    }

    private static String rule(String command, String more) {
        return "{\"workflow\": \"w\", \"command\": " + command + more + "}";
    }

    static void add(Table t) {
        shapes(t);
        commands(t);
        limits(t);
    }

    private static void shapes(Table t) {
        t.seen(
                "resume an object",
                ANCHOR,
                ANCHOR + " \"resume\": {},",
                "/resume",
                Kind.WRONG_TYPE,
                "{...}",
                "a list");
        t.seen(
                "resume without a workflow",
                ANCHOR,
                with("{\"command\": [\"x\"]}"),
                "/resume/0/workflow",
                Kind.MISSING,
                "",
                "");
        t.seen(
                "resume without a command",
                ANCHOR,
                with("{\"workflow\": \"w\"}"),
                "/resume/0/command",
                Kind.MISSING,
                "",
                "");
        t.seen(
                "resume mistyped",
                ANCHOR,
                with(rule("[\"x\"]", ", \"shell\": true")),
                "/resume/0/shell",
                Kind.UNKNOWN_KEY,
                "shell",
                "directory, environment, seconds");
        t.unseen(
                "resume twice",
                ANCHOR,
                with(rule("[\"x\"]", "") + ", " + rule("[\"y\"]", "")),
                "/resume/1/workflow",
                Kind.DUPLICATE,
                "w",
                "one command for a workflow");
    }

    private static void commands(Table t) {
        t.seen(
                "resume by a line for a shell",
                ANCHOR,
                with(rule("\"x {run_dir}\"", "")),
                "/resume/0/command",
                Kind.WRONG_TYPE,
                "x {run_dir}",
                "a list");
        t.seen(
                "resume by nothing",
                ANCHOR,
                with(rule("[]", "")),
                "/resume/0/command",
                Kind.BAD_VALUE,
                "[...]",
                "a program and its arguments");
        t.seen(
                "resume by an empty program",
                ANCHOR,
                with(rule("[\"\"]", "")),
                "/resume/0/command/0",
                Kind.BAD_VALUE,
                "",
                "a text that is not empty");
        t.seen(
                "resume by a program of the run",
                ANCHOR,
                with(rule("[\"{run_dir}/go\"]", "")),
                "/resume/0/command/0",
                Kind.BAD_VALUE,
                "{run_dir}/go",
                "a program without placeholders");
        t.seen(
                "resume with an unknown placeholder",
                ANCHOR,
                with(rule("[\"x\", \"{run_dri}\"]", "")),
                "/resume/0/command/1",
                Kind.BAD_VALUE,
                "{run_dri}",
                BRACES);
        t.seen(
                "resume with a placeholder in a placeholder",
                ANCHOR,
                with(rule("[\"x\", \"{run_{run_id}dir}\"]", "")),
                "/resume/0/command/1",
                Kind.BAD_VALUE,
                "{run_{run_id}dir}",
                BRACES);
        t.seen(
                "resume with a number",
                ANCHOR,
                with(rule("[\"x\", 1]", "")),
                "/resume/0/command/1",
                Kind.WRONG_TYPE,
                "1",
                "a text");
    }

    private static void limits(Table t) {
        t.seen(
                "resume in an unknown place",
                ANCHOR,
                with(rule("[\"x\"]", ", \"directory\": \"{home}\"")),
                "/resume/0/directory",
                Kind.BAD_VALUE,
                "{home}",
                BRACES);
        t.seen(
                "resume for no time",
                ANCHOR,
                with(rule("[\"x\"]", ", \"seconds\": 0")),
                "/resume/0/seconds",
                Kind.OUT_OF_RANGE,
                "0",
                "a whole number from 1 to 86400");
        t.seen(
                "resume with the value of a variable",
                ANCHOR,
                with(rule("[\"x\"]", ", \"environment\": [\"A=1\"]")),
                "/resume/0/environment/0",
                Kind.BAD_VALUE,
                "A=1",
                "the name of a variable");
        t.seen(
                "resume with a variable twice",
                ANCHOR,
                with(rule("[\"x\"]", ", \"environment\": [\"A\", \"A\"]")),
                "/resume/0/environment/1",
                Kind.DUPLICATE,
                "A",
                "");
    }
}

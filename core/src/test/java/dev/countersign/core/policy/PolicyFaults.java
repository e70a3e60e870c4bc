// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.PolicyProblem.Kind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Faults made in the default policy, each with what must be said of it. */
final class PolicyFaults {
    static final String DEFAULT = new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);

    private PolicyFaults() {}

    /**
     * @param name of the fault
     * @param json the policy with it
     * @param schemaSees whether it is one that a schema can see
     * @param problem what the reader says, at the line of the edit where nothing else is given
     */
    record Fault(String name, String json, boolean schemaSees, PolicyProblem problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String edit(String old, String with) {
        assertThat(DEFAULT).as("what is edited is there once").containsOnlyOnce(old);
        return DEFAULT.replace(old, with);
    }

    /** The 1-based line on which a text starts in the default policy. */
    private static int line(String text) {
        String before = DEFAULT.substring(0, DEFAULT.indexOf(text));
        return (int) before.chars().filter(c -> c == '\n').count() + 1;
    }

    static final class Table {
        final List<Fault> faults = new ArrayList<>();
        private String anchor = "";

        /** The next fault is charged to the line of this text. */
        Table at(String text) {
            anchor = text;
            return this;
        }

        void seen(String name, String old, String with, String path, Kind kind, String... says) {
            add(name, true, old, with, path, kind, says);
        }

        void unseen(String name, String old, String with, String path, Kind kind, String... says) {
            add(name, false, old, with, path, kind, says);
        }

        private void add(
                String name,
                boolean schemaSees,
                String old,
                String with,
                String path,
                Kind kind,
                String... says) {
            int line = line(anchor.isEmpty() ? old : anchor);
            anchor = "";
            var problem = new PolicyProblem(path, line, kind, says[0], says[1]);
            faults.add(new Fault(name, edit(old, with), schemaSees, problem));
        }
    }

    static List<Fault> all() {
        Table table = new Table();
        ShapeFaults.add(table);
        CalendarFaults.add(table);
        clocks(table);
        rules(table);
        ResumeFaults.add(table);
        bundles(table);
        return table.faults;
    }

    private static void clocks(Table t) {
        String four = "{\"business_hours\": 4}";
        String standard = "/clocks/operator_review/standard";
        t.seen(
                "a target in days of the week",
                four,
                "{\"weekdays\": 4}",
                standard + "/weekdays",
                Kind.UNKNOWN_KEY,
                "weekdays",
                "business_days, business_hours, business_minutes, elapsed_hours,"
                        + " elapsed_hours_to_open_day, elapsed_minutes, end_of_business_day,"
                        + " next_period");
        t.seen(
                "a target of two units",
                four,
                "{\"business_hours\": 4, \"business_minutes\": 30}",
                standard,
                Kind.BAD_VALUE,
                "{...}",
                "exactly one unit");
        t.seen(
                "a target of no time",
                four,
                "{\"business_hours\": 0}",
                standard + "/business_hours",
                Kind.OUT_OF_RANGE,
                "0",
                "a whole number from 1 to 8784");
        t.seen(
                "a target below zero",
                four,
                "{\"business_hours\": -4}",
                standard + "/business_hours",
                Kind.OUT_OF_RANGE,
                "-4",
                "a whole number from 1 to 8784");
        t.seen("a target as text", four, "\"4h\"", standard, Kind.WRONG_TYPE, "4h", "an object");
        t.seen(
                "no next period",
                four,
                "{\"next_period\": false}",
                standard + "/next_period",
                Kind.BAD_VALUE,
                "false",
                "true");
        t.seen(
                "a severity of five",
                "\"block_severity\": 2",
                "\"block_severity\": 5",
                "/clocks/observation/block_severity",
                Kind.OUT_OF_RANGE,
                "5",
                "a whole number from 1 to 4");
        t.seen(
                "an escalation to nobody",
                "[\"platform owner\", \"audit\"]",
                "[]",
                "/escalations/SEV-1/to",
                Kind.BAD_VALUE,
                "[...]",
                "at least one role");
    }

    private static void rules(Table t) {
        String step = "\"kind\": \"approval\", \"key\": \"change_approval\"";
        t.seen(
                "no such kind",
                step,
                "\"kind\": \"sign\", \"key\": \"\"",
                "/steps/3/kind",
                Kind.BAD_VALUE,
                "sign",
                "approval, review, gate, exceptions or work");
        t.seen(
                "an approval without a key",
                step,
                "\"kind\": \"approval\"",
                "/steps/3",
                Kind.BAD_VALUE,
                "{...}",
                "a key where an approval is waited for, only there");
        t.seen(
                "a key without an approval",
                step,
                "\"kind\": \"work\", \"key\": \"k\"",
                "/steps/3",
                Kind.BAD_VALUE,
                "{...}",
                "a key where an approval is waited for, only there");
        t.at("\"change-approval\", \"step\": \"gate\"")
                .unseen(
                        "a step twice",
                        "\"step\": \"map_controls\"",
                        "\"step\": \"gate\"",
                        "/steps/1",
                        Kind.DUPLICATE,
                        "{...}",
                        "one rule for a step");
        t.at("human_approval")
                .unseen(
                        "a step that is never reached",
                        "\"change-approval\", \"step\": \"independent_review\"",
                        "\"change-approval\", \"step\": \"*\"",
                        "/steps/3",
                        Kind.BAD_VALUE,
                        "{...}",
                        "the step before the * of its workflow");
        String jo = "{\"id\": \"jo\", \"name\": \"Jo\", \"roles\": [\"approver\"]}";
        t.unseen(
                "an identity twice",
                "\"identities\": null",
                "\"identities\": [" + jo + ", " + jo + "]",
                "/identities/1/id",
                Kind.DUPLICATE,
                "jo",
                "an id that differs by more than case");
        t.unseen(
                "an identity twice, once in capitals",
                "\"identities\": null",
                "\"identities\": [" + jo + ", " + jo.replace("\"jo\"", "\"JO \"") + "]",
                "/identities/1/id",
                Kind.DUPLICATE,
                "JO ",
                "an id that differs by more than case");
        t.at("change_approval")
                .unseen(
                        "a key with a placeholder that is none",
                        "\"change_approval\"",
                        "\"{foo}\"",
                        "/steps/3",
                        Kind.BAD_VALUE,
                        "{...}",
                        "a key whose only braces are those of {step}");
        t.seen(
                "an identity without roles",
                "\"identities\": null",
                "\"identities\": [{\"id\": \"jo\", \"name\": \"Jo\", \"roles\": []}]",
                "/identities/0/roles",
                Kind.BAD_VALUE,
                "[...]",
                "at least one role");
        t.seen(
                "an account twice",
                "[\"acct-100\", \"acct-fam\"]",
                "[\"acct-100\", \"acct-100\"]",
                "/references/covered_accounts/1",
                Kind.DUPLICATE,
                "acct-100",
                "");
        t.unseen(
                "a symbol in small letters",
                "\"ACME\"",
                "\"acme\"",
                "/references/blackouts/0/symbol",
                Kind.BAD_VALUE,
                "acme",
                "a symbol in capitals");
        t.unseen(
                "a blackout that ends before it begins",
                "\"to\": \"2026-03-31\"",
                "\"to\": \"2026-02-28\"",
                "/references/blackouts/0/to",
                Kind.BAD_VALUE,
                "2026-02-28",
                "a date not before 2026-03-01");
    }

    private static void bundles(Table t) {
        String anchor = "\"version\": \"default-1\",";
        t.seen(
                "bundles mistyped",
                anchor,
                anchor + " \"bundles\": {\"file\": 5},",
                "/bundles/file",
                Kind.UNKNOWN_KEY,
                "file",
                "depth, files, gibibytes, ratio");
        t.seen(
                "no ratio",
                anchor,
                anchor + " \"bundles\": {\"ratio\": 0},",
                "/bundles/ratio",
                Kind.OUT_OF_RANGE,
                "0",
                "a whole number from 1 to 100000");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import static dev.countersign.core.policy.PolicyFaults.DEFAULT;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.countersign.core.policy.BusinessCalendar.Day;
import dev.countersign.core.policy.BusinessCalendar.Interval;
import dev.countersign.core.policy.PolicyFaults.Fault;
import dev.countersign.core.policy.PolicyProblem.Kind;
import dev.countersign.core.policy.PolicyReading.Invalid;
import dev.countersign.core.policy.PolicyReading.Valid;
import dev.countersign.core.source.SmallFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** The reader says all that is wrong, and the shipped schema agrees with it. */
class PolicyReaderTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        Path file =
                Path.of(
                        "../resources/src/main/resources/dev/countersign/resources/policy/policy.schema.json");
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean schemaAccepts(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    }

    private static PolicyReading read(String json) {
        return PolicyReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Policy valid(String json) {
        assertThat(read(json)).isInstanceOf(Valid.class);
        return ((Valid) read(json)).policy();
    }

    static List<Fault> faults() {
        return PolicyFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedAtItsPlace(Fault fault) {
        assertThat(read(fault.json())).isEqualTo(new Invalid(List.of(fault.problem())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theSchemaSeesWhatASchemaCan(Fault fault) {
        assertThat(schemaAccepts(fault.json())).isNotEqualTo(fault.schemaSees());
    }

    @Test
    void theDefaultIsValidForBoth() {
        assertThat(schemaAccepts(DEFAULT)).isTrue();
        assertThat(valid(DEFAULT)).isEqualTo(DefaultPolicy.get());
    }

    @Test
    void allProblemsAreFoundAtOnceInFileOrder() {
        String json =
                DEFAULT.replace("\"default-1\"", "1")
                        .replace("\"UTC\"", "null")
                        .replace("\"years\": 7", "\"yaers\": 7");
        assertThat(read(json))
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new PolicyProblem(
                                                "/version", 3, Kind.WRONG_TYPE, "1", "a text"),
                                        new PolicyProblem(
                                                "/calendar/zone",
                                                6,
                                                Kind.WRONG_TYPE,
                                                "null",
                                                "an IANA time zone such as Europe/Berlin"),
                                        new PolicyProblem(
                                                "/retention/years", 94, Kind.MISSING, "", ""),
                                        new PolicyProblem(
                                                "/retention/yaers",
                                                95,
                                                Kind.UNKNOWN_KEY,
                                                "yaers",
                                                "years"))));
    }

    @Test
    void whatIsNotJsonIsSaidWithItsLine() {
        assertThat(read("{\n  \"version\": 'x'\n}"))
                .isEqualTo(problem("", 2, Kind.NOT_JSON, "UNEXPECTED", ""));
        assertThat(read("")).isEqualTo(problem("", 1, Kind.NOT_JSON, "ENDS_EARLY", ""));
        assertThat(read("[".repeat(100_000) + "]".repeat(100_000)))
                .isEqualTo(problem("", 1, Kind.WRONG_TYPE, "[...]", "an object"));
        assertThat(PolicyReader.read(new byte[SmallFile.LIMIT + 1]))
                .isEqualTo(problem("", 1, Kind.TOO_LARGE, "", "at most 1048576 bytes"));
        assertThat(read("[" + "0,".repeat(200_000) + "0]"))
                .isEqualTo(problem("", 1, Kind.NOT_JSON, "TOO_MANY_VALUES", ""));
    }

    private static Invalid problem(
            String path, int line, Kind kind, String found, String expected) {
        return new Invalid(List.of(new PolicyProblem(path, line, kind, found, expected)));
    }

    @Test
    void aWeekWithoutHoursWouldNeverEnd() {
        String json = DEFAULT.replace("[\"09:00-17:00\"]", "[]");
        assertThat(read(json))
                .isEqualTo(
                        problem(
                                "/calendar/week",
                                7,
                                Kind.NEVER_OPEN,
                                "{...}",
                                "at least one day with opening hours"));
        assertThat(schemaAccepts(json)).isTrue();
    }

    @Test
    void closedForMoreThanAYearIsNoDesk() {
        assertThat(read(closed(368)))
                .isEqualTo(problem("/calendar/exceptions", 16, Kind.CLOSED_TOO_LONG, "[...]", ""));
        assertThat(read(closed(360))).isInstanceOf(Valid.class);
        assertThat(read(closed(5_001)))
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new PolicyProblem(
                                                "/calendar/exceptions",
                                                16,
                                                Kind.TOO_LARGE,
                                                "[...]",
                                                "at most 5000 entries"),
                                        new PolicyProblem(
                                                "/calendar/exceptions",
                                                16,
                                                Kind.CLOSED_TOO_LONG,
                                                "[...]",
                                                ""))));
    }

    private static String closed(int days) {
        StringBuilder exceptions = new StringBuilder();
        for (int i = 0; i < days; i++) {
            exceptions
                    .append(i == 0 ? "" : ",")
                    .append("{\"date\": \"")
                    .append(LocalDate.of(2027, 1, 1).plusDays(i))
                    .append("\", \"open\": []}");
        }
        return DEFAULT.replace("\"exceptions\": []", "\"exceptions\": [" + exceptions + "]");
    }

    @Test
    void everythingThatCanBeSaid() {
        Policy policy = valid(RICH);
        assertThat(schemaAccepts(RICH)).isTrue();
        assertThat(policy.assignment())
                .isEqualTo(new Policy.Assignment("cfo@example.com", LocalDate.of(2026, 11, 1)));
        assertThat(policy.calendar().exceptions())
                .isEqualTo(
                        Map.of(
                                LocalDate.of(2026, 12, 25),
                                new Day("Christmas Day", List.of()),
                                LocalDate.of(2026, 12, 24),
                                new Day(
                                        "",
                                        List.of(
                                                new Interval(
                                                        LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                                new Interval(
                                                        LocalTime.of(22, 0),
                                                        LocalTime.MIDNIGHT)))));
        assertThat(policy.identities())
                .containsExactly(new Identity("jo", "Jo Doe", List.of("approver", "auditor")));
        assertThat(policy.clock(ClockKind.OPERATOR_REVIEW).standard())
                .isEqualTo(new Target.BusinessHours(Duration.ofMinutes(90)));
        assertThat(policy.clock(ClockKind.OPERATOR_REVIEW).emergency())
                .isEqualTo(new Target.Elapsed(Duration.ofMinutes(30)));
        assertThat(policy.clock(ClockKind.OBSERVATION).standard())
                .isEqualTo(new Target.EndOfBusinessDay(2));
        assertThat(policy.resume())
                .containsExactly(
                        new ResumeRule(
                                "change-approval",
                                List.of("python3", "go.py", "--run={run_dir}", ""),
                                "{workspace}/producer",
                                60,
                                List.of("VAULT_ADDR")),
                        new ResumeRule("other", List.of("go"), "", 600, List.of()));
        assertThat(policy.bundles()).isEqualTo(new BundleRule(200_000, 8, 64, 50));
    }

    private static final String RICH =
            DEFAULT.replace(
                            "\"assigned\": null",
                            "\"assigned\": {\"by\": \"cfo@example.com\", \"on\": \"2026-11-01\"}")
                    .replace("\"UTC\"", "\"America/New_York\"")
                    .replace(
                            "\"exceptions\": []",
                            "\"exceptions\": [{\"date\": \"2026-12-25\", \"name\": \"Christmas"
                                    + " Day\", \"open\": []}, {\"date\": \"2026-12-24\", \"open\":"
                                    + " [\"09:00-12:00\", \"22:00-24:00\"]}]")
                    .replace(
                            "\"standard\": {\"business_hours\": 4},\n      \"emergency\":"
                                    + " {\"elapsed_hours\": 1}",
                            "\"standard\": {\"business_minutes\": 90},\n      \"emergency\":"
                                    + " {\"elapsed_minutes\": 30}")
                    .replace("{\"elapsed_hours_to_open_day\": 24}", "{\"end_of_business_day\": 2}")
                    .replace(
                            "\"identities\": null",
                            "\"identities\": [{\"id\": \"jo\", \"name\": \"Jo Doe\", \"roles\":"
                                    + " [\"approver\", \"auditor\"]}]")
                    .replace(
                            "\"retention\": {",
                            """
                            "bundles": {"depth": 8, "ratio": 50},
                            "resume": [
                              {"workflow": "change-approval", "directory": "{workspace}/producer", "seconds": 60,
                               "command": ["python3", "go.py", "--run={run_dir}", ""], "environment": ["VAULT_ADDR"]},
                              {"workflow": "other", "command": ["go"]}
                            ],
                            "retention": {\
                            """);

    @Test
    void whatIsWrittenReadsTheSame() {
        for (String json : List.of(DEFAULT, RICH)) {
            Policy policy = valid(json);
            String written = PolicyWriter.write(policy);
            Policy again = valid(written);
            assertThat(schemaAccepts(written)).isTrue();
            assertThat(again).usingRecursiveComparison().ignoringFields("sha256").isEqualTo(policy);
            assertThat(PolicyWriter.write(again)).isEqualTo(written);
        }
    }

    /** Spelling, order and white space are not the policy. */
    @Test
    void theSamePolicyHasTheSameHash() {
        Policy written = valid(PolicyWriter.write(DefaultPolicy.get()));
        assertThat(written).isEqualTo(DefaultPolicy.get());
        assertThat(valid(DEFAULT.replace("\n", "\r\n")).sha256()).isEqualTo(written.sha256());
        assertThat(valid(DEFAULT.replace("\"years\": 7", "\"years\": 8")).sha256())
                .isNotEqualTo(written.sha256());
    }
}

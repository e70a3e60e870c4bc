// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Against NIST's own schema. */
class OscalReportTest {
    private static final Path SCHEMA =
            Path.of("src/test/resources/oscal/oscal_assessment-results_schema-1.0.6.json");
    private static Schema schema;

    @BeforeAll
    static void schema() throws IOException {
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }

    @Test
    void theSamplesAreValidAssessmentResults() throws Exception {
        String text = text(Assessments.of(Assessments.SAMPLES));

        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(text)
                .contains("\"oscal-version\": \"1.0.6\"")
                .contains("\"ITGC-CM-02 in change-approval-0155cb2f963b\"")
                .contains("\"run_blocked\"");
    }

    @Test
    void theSchemaDoesRefuse() throws Exception {
        String text = text(Assessments.of(Assessments.SAMPLES)).replace("\"title\"", "\"tittle\"");

        assertThat(schema.validate(text, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void nothingAtAllIsValidToo(@TempDir Path empty) throws Exception {
        String text = text(Assessments.of(empty));

        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(text).doesNotContain("\"observations\"").doesNotContain("\"findings\"");
    }

    @Test
    void aHostileRunStaysValid(@TempDir Path folder) throws Exception {
        Path run = Files.createDirectory(folder.resolve("a b <script>"));
        Files.writeString(
                run.resolve("audit.jsonl"),
                "{\"event\": \"run_started\", \"run_id\": \"=1+1\\u0000 \\ud800\", \"name\":"
                        + " \"\"}\n");

        String text = text(Assessments.of(folder));

        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    }

    private static String text(Assessment assessment) {
        return new String(OscalReport.bytes(assessment), StandardCharsets.UTF_8);
    }
}

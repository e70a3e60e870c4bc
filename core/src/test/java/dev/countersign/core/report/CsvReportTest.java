// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class CsvReportTest {
    @Test
    void eachRowBearsTheHashOfTheFacts() {
        assertThat(csv("plain", "two, \"quoted\"\nlines"))
                .isEqualTo(
                        "run_id,what,facts_sha256\r\n"
                                + "run,plain,"
                                + Reports.FACTS
                                + "\r\n"
                                + "run,\"two, \"\"quoted\"\"\nlines\","
                                + Reports.FACTS
                                + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+1, '+1",
                "-1, '-1",
                "@SUM(A1), '@SUM(A1)",
                "a=1, a=1",
            })
    void noCellIsAFormula(String text, String written) {
        assertThat(csv(text)).contains("run," + written + ",");
    }

    @Test
    void aTabOrALineEndDoesNotHideOne() {
        assertThat(csv("\t=1", "\r=1", "\n=1"))
                .contains("run,'\t=1,", "run,\\u000d=1,", "run,\"'\n=1\",");
    }

    @Test
    void whatCannotBeShownIsWrittenAsItsNumber() {
        assertThat(csv("a\u0000b \ud800 \u202egpj.exe"))
                .contains("a\\u0000b \\ud800 \\u202egpj.exe");
    }

    private static String csv(String... texts) {
        return new String(CsvReport.bytes(Reports.with(texts)), StandardCharsets.UTF_8);
    }
}

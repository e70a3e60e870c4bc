// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Read back as the XML it is. */
class ExcelReportTest {
    @Test
    void hasASheetForEachSection() throws Exception {
        Map<String, String> parts = parts("a finding");

        assertThat(parts.get("xl/workbook.xml"))
                .contains("name=\"Conclusion\"", "name=\"Results  all\"", "name=\"Deadlines\"")
                .contains("name=\"Sign-off\"", "name=\"Results one by one\"");
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("a finding", "One of them has exceptions.", "Facts " + Reports.FACTS);
        assertThat(parts.get("docProps/core.xml"))
                .contains("2026-11-21T10:00:00Z")
                .doesNotContain("2026-11-21T10:00:00.1");
    }

    @Test
    void noCellIsAFormula() throws Exception {
        Map<String, String> parts = parts("=HYPERLINK(\"http://x\")", "+1", "-1", "@x");

        assertThat(parts.values()).noneMatch(xml -> xml.contains("<f>"));
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("&apos;=HYPERLINK", "&apos;+1", "&apos;-1", "&apos;@x");
    }

    @Test
    void whatXmlCannotCarryIsWrittenAsItsNumber() throws Exception {
        assertThat(parts("a\u0000\ud800").get("xl/sharedStrings.xml")).contains("a\\u0000\\ud800");
    }

    /** A column is as wide as its text, not as its sheet's paragraph; long text wraps. */
    @Test
    void columnsFitTheirText() throws Exception {
        Map<String, String> parts = parts("a finding", "long ".repeat(40));

        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("<col min=\"1\" max=\"1\" width=\"10.0\"");
        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains("<col min=\"1\" max=\"1\" width=\"10.0\"")
                .contains("<col min=\"2\" max=\"2\" width=\"70.0\"");
        assertThat(parts.get("xl/styles.xml")).contains("vertical=\"top\" wrapText=\"true\"");
    }

    @Test
    void headingsStayAndPagesFit() throws Exception {
        String[] rows = new String[30];
        Arrays.setAll(rows, i -> "row " + i);
        Map<String, String> parts = parts(rows);

        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains("ySplit=\"4\"", "state=\"frozen\"", "paperSize=\"9\"")
                .contains("fitToPage=\"true\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"")
                .contains("orientation=\"landscape\"", "Facts " + Reports.FACTS);
        assertThat(parts.get("xl/worksheets/sheet5.xml"))
                .contains("ySplit=\"1\"", "<autoFilter ref=\"A1:B31\"");
        assertThat(parts.get("xl/workbook.xml")).contains("Print_Titles");
    }

    @Test
    void whatAWorkbookTakesForAnotherCharacterStandsForItself() throws Exception {
        assertThat(parts("m._x0063_hu", "_x_x00e9_y", "_xyz_").get("xl/sharedStrings.xml"))
                .contains(">m._x005F_x0063_hu<", ">_x_x005F_x00e9_y<", ">_xyz_<");
    }

    @Test
    void ofATextThatIsTooLongForACellItSaysHowMuchFollows() throws Exception {
        String longest = "a".repeat(32_699);

        assertThat(parts(longest + "b").get("xl/sharedStrings.xml").contains(longest + "b<"))
                .isTrue();
        assertThat(parts(longest + "\ud83d\ude00c").get("xl/sharedStrings.xml").split(longest)[1])
                .matches("[^a]+ \\(3 more characters, in the facts\\)<.*");
    }

    @Test
    void theSameReportIsTheSameBytes() {
        assertThat(ExcelReport.bytes(Reports.with("x")))
                .isEqualTo(ExcelReport.bytes(Reports.with("x")));
    }

    private static Map<String, String> parts(String... texts) throws Exception {
        Map<String, String> parts = new TreeMap<>();
        byte[] bytes = ExcelReport.bytes(Reports.with(texts));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Read back with PDFBox. */
class PdfReportTest {
    @Test
    void saysWhatTheReportSays() throws Exception {
        try (PDDocument pdf = pdf("a finding", "Grüße, Ωмега <b> &amp;")) {
            String text = new PDFTextStripper().getText(pdf);

            assertThat(text)
                    .contains("Workpaper", "of <everything> & more", "a finding")
                    .contains("Grüße, Ωмега <b> &amp;", "Prepared by", "Ann")
                    .contains("Facts " + Reports.FACTS, "1 / 1");
        }
    }

    @Test
    void whatTheFontsLackIsWrittenAsItsNumber() throws Exception {
        try (PDDocument pdf = pdf("東 \ud83d\ude00")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("\\u6771 \\U0001f600");
        }
    }

    @Test
    void isTaggedAndCarriesItsFonts() throws Exception {
        try (PDDocument pdf = pdf("x")) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
                    .isEqualTo("Conclusion");
            assertThat(fonts(pdf)).hasSize(3).allMatch(PDFont::isEmbedded);
            assertThat(metadata(pdf))
                    .contains("<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>")
                    .contains("2026-11-21T10:00:00Z");
        }
    }

    @Test
    void theSameReportIsTheSameBytes() {
        assertThat(PdfReport.bytes(Reports.with("x"), Reports.fonts()))
                .isEqualTo(PdfReport.bytes(Reports.with("x"), Reports.fonts()));
    }

    @Test
    void aLongTableGoesOnWithItsHeading() throws Exception {
        String[] rows = new String[150];
        Arrays.setAll(rows, i -> "row " + i);
        try (PDDocument pdf = pdf(rows)) {
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);

            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            assertThat(second.getText(pdf)).contains("\nrun_id what\nrun row ");
        }
    }

    private static String metadata(PDDocument pdf) throws Exception {
        return new String(
                pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }

    private static List<PDFont> fonts(PDDocument pdf) throws Exception {
        List<PDFont> fonts = new ArrayList<>();
        PDPage page = pdf.getPage(0);
        for (COSName name : page.getResources().getFontNames()) {
            fonts.add(page.getResources().getFont(name));
        }
        return fonts;
    }

    private static PDDocument pdf(String... texts) throws Exception {
        return Loader.loadPDF(PdfReport.bytes(Reports.with(texts), Reports.fonts()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Report.Section;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
    void ofATextThatIsTooLongForPaperItSaysHowMuchFollows() throws Exception {
        try (PDDocument pdf = pdf("a".repeat(60_000))) {
            String text = new PDFTextStripper().getText(pdf);

            assertThat(pdf.getNumberOfPages()).isLessThan(5);
            assertThat(text.chars().filter(c -> c == 'a').count()).isBetween(4000L, 5000L);
            assertThat(text.replaceAll("\\s+", " "))
                    .contains("\u2026 (56,000 more characters, in the facts)");
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

    /** Wherever a page ends: what is said of a table stands on the page on which it begins. */
    @Test
    void whatIsSaidOfATableStandsWithIt() throws Exception {
        Report one = Reports.with("x");
        Table table = one.rows();
        for (int above = 34; above < 42; above++) {
            List<Section> sections =
                    List.of(
                            new Section(
                                    "Above",
                                    new Table(
                                            table.columns(),
                                            Collections.nCopies(above, table.rows().getFirst()))),
                            new Section("Results", new Paragraph("Said of it."), table));
            Report whole =
                    new Report(one.title(), one.subtitle(), one.at(), one.facts(), sections, table);
            try (PDDocument pdf = Loader.loadPDF(PdfReport.bytes(whole, Reports.fonts()))) {
                PDFTextStripper page = new PDFTextStripper();
                String heading = "Said of it.\nrun_id what\nrun x";
                for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                    page.setStartPage(i);
                    page.setEndPage(i);
                    String text = page.getText(pdf);
                    assertThat(text.contains("Results"))
                            .as(above + " rows above, page " + i)
                            .isEqualTo(text.contains(heading));
                }
            }
        }
    }

    /** A page that was taken out says what it is a page of; its text cannot get out of there. */
    @Test
    void everyPageButTheFirstSaysOfWhatItIs() throws Exception {
        String[] rows = new String[150];
        Arrays.setAll(rows, i -> "row " + i);
        Report one = Reports.with(rows);
        String hostile = "a 'b' \\ \"c\" HEAD FACTS } </style> Zürich 東";
        Report named =
                new Report(one.title(), hostile, one.at(), one.facts(), one.sections(), one.rows());
        try (PDDocument pdf = Loader.loadPDF(PdfReport.bytes(named, Reports.fonts()))) {
            PDFTextStripper pages = new PDFTextStripper();
            pages.setStartPage(2);
            pages.setEndPage(2);
            String head = "Workpaper: a 'b' \\ \"c\" HEAD FACTS } </style> Zürich";

            assertThat(pages.getText(pdf)).contains(head);
            pages.setStartPage(1);
            pages.setEndPage(1);
            assertThat(pages.getText(pdf)).doesNotContain("Workpaper: a");
        }
    }

    /** Our own text never names anything; if it ever did, nobody would be asked. */
    @Test
    void whateverTheTextNamesIsNotLoaded(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "sesame");
        Path style = Files.writeString(folder.resolve("s.css"), "p::after {content: 'styled'}");
        var asked = new AtomicInteger();
        try (var server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> count(server, asked));
            String there = "http://127.0.0.1:" + server.getLocalPort() + "/";
            String named =
                    """
                    <!DOCTYPE html [<!ENTITY e SYSTEM "%2$s">]>
                    <html><head><title>t</title>
                    <link rel="stylesheet" href="%1$ss.css"/>
                    <link rel="stylesheet" href="%3$s"/>
                    <style>@import url("%1$si.css"); p {background: url("%1$sb.png")}
                    @font-face {font-family: F; src: url("%1$sf.ttf")} p {font-family: F, Inter}</style>
                    </head><body><p>text &e;</p><img alt="i" src="%1$si.png"/>
                    <object data="%1$so.svg"/></body></html>
                    """
                            .formatted(there, secret.toUri(), style.toUri());
            byte[] made = PdfReport.bytes(named, Reports.with("x"), Reports.fonts());
            try (PDDocument pdf = Loader.loadPDF(made)) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("text")
                        .doesNotContain("sesame", "styled");
            }
        }
        assertThat(asked).hasValue(0);
    }

    private static void count(ServerSocket server, AtomicInteger asked) {
        try {
            while (true) {
                server.accept().close();
                asked.incrementAndGet();
            }
        } catch (IOException e) {
            // it was closed
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

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.FSUriResolver;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The report as PDF for paper and for the archive: PDF/A-2a, tagged as PDF/UA asks, fonts
/// embedded. The same report gives the same bytes: its only time is the report's own, and its
/// identifier comes from the facts. Characters that the fonts lack are written as their number.
public final class PdfReport {
    private static final Pattern XMP_TIME =
            Pattern.compile("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*");

    private PdfReport() {}

    /// The file. Nothing is loaded: neither from disk nor from a network.
    public static byte[] bytes(Report report, ReportFonts fonts) {
        FontCoverage coverage = FontCoverage.of(fonts.regular());
        return bytes(coverage.shown(HtmlReport.text(report, true)), report, fonts);
    }

    /// Whatever the text names is not loaded.
    static byte[] bytes(String html, Report report, ReportFonts fonts) {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useUriResolver(NOTHING);
        builder.withProducer("Countersign");
        font(builder, fonts.regular(), "Inter", 400);
        font(builder, fonts.bold(), "Inter", 700);
        font(builder, fonts.mono(), "JetBrains Mono", 400);
        builder.withHtmlContent(html, "");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                dated(document, report);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF is made in memory", e);
        }
    }

    private static final FSUriResolver NOTHING = (base, uri) -> uri.startsWith("#") ? uri : null;

    private static void font(
            PdfRendererBuilder builder, Supplier<InputStream> font, String family, int weight) {
        FSSupplier<InputStream> opened = font::get;
        builder.useFont(opened, family, weight, FontStyle.NORMAL, true);
    }

    private static void dated(PDDocument document, Report report) throws IOException {
        Instant at = report.at().truncatedTo(ChronoUnit.SECONDS);
        GregorianCalendar calendar = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        document.setDocumentId(Long.parseUnsignedLong(report.facts().substring(0, 16), 16));
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(
                XMP_TIME.matcher(text).replaceAll("$1" + at).getBytes(StandardCharsets.UTF_8));
    }
}

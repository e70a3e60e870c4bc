// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.report.Block.Bar;
import dev.countersign.core.report.Block.Chart;
import dev.countersign.core.report.Report.Section;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class HtmlReportTest {
    @Test
    void hostileTextIsText() throws Exception {
        String hostile =
                "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;\u0000\ufffe";
        String html = new String(HtmlReport.bytes(Reports.with(hostile)), StandardCharsets.UTF_8);

        Document document = parsed(html);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(document.getElementsByTagName("td").item(2).getTextContent())
                .isEqualTo(
                        "<script>alert(1)</script>\"'><img src=x"
                                + " onerror=alert(1)>&amp;\\u0000\\ufffe");
    }

    /// Ids that differ in white space alone look different.
    @Test
    void whiteSpaceInWhatIsComparedIsSpelledOut() {
        assertThat(
                        Stream.of("=1", "\t=1", "\n=1", " =1", "=1 ", "a  b", "a b")
                                .map(CellText::spaced))
                .containsExactly(
                        "=1",
                        "\\u0009=1",
                        "\\u000a=1",
                        "\\u0020=1",
                        "=1\\u0020",
                        "a \\u0020b",
                        "a b");
    }

    @Test
    void nothingIsLoadedAndNothingRuns() {
        String html = new String(HtmlReport.bytes(Reports.with("x")), StandardCharsets.UTF_8);

        assertThat(html)
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("src=\"")
                .doesNotContain("<script")
                .doesNotContain("url(")
                .contains("Facts <span class=\"exact\">" + Reports.FACTS);
    }

    /// Their widths are rounded, by us and by whoever draws them: they must not fill the line.
    @Test
    void theLastPieceOfABarStaysOnItsLine() {
        for (long good = 1; good < 40; good++) {
            Chart chart =
                    new Chart(List.of("a", "b", "c"), List.of(new Bar("Approval", good, 7, 6)));
            Report one = Reports.with("x");
            String html =
                    HtmlReport.text(
                            new Report(
                                    one.title(),
                                    one.subtitle(),
                                    one.at(),
                                    one.facts(),
                                    List.of(new Section("Deadlines", chart)),
                                    one.rows()),
                            true);
            double sum =
                    Pattern.compile("class=\"piece[^>]*width:([0-9.]+)%")
                            .matcher(html)
                            .results()
                            .mapToDouble(found -> Double.parseDouble(found.group(1)))
                            .sum();
            assertThat(sum).isBetween(99.5, 99.8);
        }
    }

    /// As in the outline of the PDF; a page of paper has no links.
    @Test
    void eachSectionIsReachedFromTheBeginning() {
        assertThat(HtmlReport.text(Reports.with("x"), false))
                .contains("<a href=\"#s1\">Results: all</a>", "<section id=\"s1\">");
        assertThat(HtmlReport.text(Reports.with("x"), true)).doesNotContain("<nav");
    }

    /// A page without colours: the parts of a bar are named, and what a line is for stands under
    /// it.
    @Test
    void partsOfABarHaveWordsAndLinesHavePurposes() {
        String html = new String(HtmlReport.bytes(Reports.with("x")), StandardCharsets.UTF_8);

        assertThat(html)
                .contains("key fill good\"> </span><span class=\"word\">In time<")
                .contains("key fill bad\"> </span><span class=\"word\">Late<")
                .contains("key fill open\"> </span><span class=\"word\">Still open<")
                .contains("<div>Ann</div><div class=\"under\">Name</div>")
                .contains("<div>&#160;</div><div class=\"under\">Signature</div>");
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                        new InputSource(
                                new StringReader(html.substring("<!DOCTYPE html>\n".length()))));
    }
}

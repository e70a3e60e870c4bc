// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.report.Block.Bar;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Chart;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Fact;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.SignOff;
import dev.countersign.core.report.Block.Signatory;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Report.Section;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// One file of HTML that is also XML: nothing in it is loaded, nothing in it runs, and it says so
/// to the browser. The PDF is made of the same text, but for what is too long for paper.
public final class HtmlReport {
    private static final List<String> PIECES = List.of("good", "bad", "open");

    /// How much of one text is printed. To lay out one of tens of thousands takes minutes.
    private static final int PRINTED = 4000;

    /// In percent.
    private static final double LINE = 99.7;

    private final boolean printed;
    private final StringBuilder out = new StringBuilder(1 << 14);

    private HtmlReport(boolean printed) {
        this.printed = printed;
    }

    /// The file.
    public static byte[] bytes(Report report) {
        return text(report, false).getBytes(StandardCharsets.UTF_8);
    }

    /// The file's text.
    ///
    /// @param printed whether it becomes pages
    static String text(Report report, boolean printed) {
        HtmlReport html = new HtmlReport(printed);
        html.document(report);
        return html.out.toString();
    }

    private void document(Report report) {
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">")
                .append("<head><meta charset=\"utf-8\"/>")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append("default-src 'none'; style-src 'unsafe-inline'\"/>")
                .append("<meta name=\"viewport\" content=\"width=device-width\"/>");
        element("title", head(report));
        out.append("<meta name=\"description\" content=\"")
                .append(markup("Facts " + report.facts()))
                .append("\"/>");
        bookmarks(report.sections());
        out.append("<style>")
                .append(
                        printed
                                ? ReportStyle.print(report.facts(), head(report))
                                : ReportStyle.SCREEN)
                .append("</style></head><body>\n");
        out.append("<header>");
        element("h1", report.title());
        out.append("<p class=\"subtitle\">").append(markup(report.subtitle()));
        out.append("</p></header>\n");
        contents(report.sections());
        out.append("<main>");
        for (int i = 0; i < report.sections().size(); i++) {
            section(report.sections().get(i), i);
        }
        out.append("</main>\n");
        if (!printed) {
            out.append("<footer><p>Facts <span class=\"exact\">").append(report.facts());
            out.append("</span></p></footer>\n");
        }
        out.append("</body></html>\n");
    }

    private static String head(Report report) {
        return report.title() + ": " + report.subtitle();
    }

    /// The outline of a PDF; browsers do not know the elements and show nothing.
    private void bookmarks(List<Section> sections) {
        if (!printed) {
            return;
        }
        out.append("<bookmarks>");
        for (int i = 0; i < sections.size(); i++) {
            out.append("<bookmark name=\"")
                    .append(markup(sections.get(i).title()))
                    .append("\" href=\"#s")
                    .append(i)
                    .append("\"/>");
        }
        out.append("</bookmarks>");
    }

    /// What a reader of the outline of a PDF has there.
    private void contents(List<Section> sections) {
        if (printed) {
            return;
        }
        out.append("<nav aria-label=\"Sections\">");
        for (int i = 0; i < sections.size(); i++) {
            out.append("<a href=\"#s").append(i).append("\">");
            out.append(CellText.markup(sections.get(i).title())).append("</a> ");
        }
        out.append("</nav>\n");
    }

    private void section(Section section, int number) {
        out.append("\n<section id=\"s").append(number).append("\">");
        element("h2", section.title());
        for (Block block : section.blocks()) {
            switch (block) {
                case Paragraph(String text) -> element("p", text);
                case Facts(List<Fact> facts) -> facts(facts);
                case Table table -> table(table);
                case Chart(List<String> words, List<Bar> bars) -> chart(words, bars);
                case SignOff(List<Signatory> signatories) -> signOff(signatories);
            }
        }
        out.append("</section>");
    }

    private void facts(List<Fact> facts) {
        out.append("<table class=\"facts\"><tbody>");
        for (Fact fact : facts) {
            out.append("<tr><th scope=\"row\">").append(markup(fact.name()));
            out.append("</th>");
            cell(fact.value());
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void table(Table table) {
        int weight = table.columns().stream().mapToInt(Column::weight).sum();
        out.append("<table class=\"rows\"><colgroup>");
        for (Column column : table.columns()) {
            out.append("<col style=\"width:").append(percent(column.weight(), weight));
            out.append("\"/>");
        }
        out.append("</colgroup><thead><tr>");
        for (Column column : table.columns()) {
            out.append("<th scope=\"col\">").append(markup(column.title()));
            out.append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (List<Cell> row : table.rows()) {
            out.append("\n<tr>");
            row.forEach(this::cell);
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void cell(Cell cell) {
        out.append(
                switch (cell.tone()) {
                    case PLAIN -> "<td>";
                    case EXACT -> "<td class=\"exact\">";
                    case GOOD -> "<td class=\"good\">";
                    case BAD -> "<td class=\"bad\">";
                    case OPEN -> "<td class=\"open\">";
                });
        String text = cell.tone() == Block.Tone.EXACT ? CellText.spaced(cell.text()) : cell.text();
        out.append(markup(text)).append("</td>");
    }

    /// First what the parts mean: each has a word, and each is drawn so that it is known on a page
    /// without colours.
    private void chart(List<String> words, List<Bar> bars) {
        out.append("<p>");
        for (int i = 0; i < PIECES.size(); i++) {
            out.append("<span class=\"key fill ").append(PIECES.get(i)).append("\"> </span>");
            out.append("<span class=\"word\">").append(markup(words.get(i)));
            out.append("</span> ");
        }
        out.append("</p><table class=\"chart\"><tbody>");
        for (Bar bar : bars) {
            out.append("<tr><th scope=\"row\">").append(markup(bar.name()));
            out.append("</th><td><div class=\"bar\">");
            piece(PIECES.get(0), bar.good(), bar.all());
            piece(PIECES.get(1), bar.bad(), bar.all());
            piece(PIECES.get(2), bar.open(), bar.all());
            out.append("</div></td></tr>");
        }
        out.append("</tbody></table>");
    }

    /// All pieces together are a little less than the line: rounded up they would be more, and the
    /// last would fall under it.
    private void piece(String kind, long part, long all) {
        if (part > 0) {
            out.append("<div class=\"piece fill ").append(kind).append("\" style=\"width:");
            out.append(String.format(Locale.ROOT, "%.2f%%", LINE * part / all))
                    .append("\"> </div>");
        }
    }

    /// A line for the name, one for the signature, one for the day; what each is for stands under
    /// it, where it is not written over.
    private void signOff(List<Signatory> signatories) {
        out.append("<table class=\"signoff\"><tbody>");
        for (Signatory one : signatories) {
            out.append("<tr><th scope=\"row\">").append(markup(one.role()));
            out.append("</th>");
            line(one.name(), "Name");
            line("", "Signature");
            line("", "Date");
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void line(String above, String under) {
        out.append("<td><div>").append(above.isEmpty() ? "&#160;" : markup(above));
        out.append("</div><div class=\"under\">").append(under).append("</div></td>");
    }

    private String markup(String text) {
        return CellText.markup(printed ? CellText.begun(text, PRINTED) : text);
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>').append(markup(text));
        out.append("</").append(name).append('>');
    }

    private static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / Math.max(all, 1));
    }
}

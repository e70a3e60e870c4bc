// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

/// How a report looks, on paper and on a screen. Words and marks say everything; the colours (Okabe
/// and Ito's) only say it again.
final class ReportStyle {
    private static final String COMMON =
            """
            h1{font-size:1.7em;margin:0 0 .1em 0;font-weight:700}
            h2{font-size:1.15em;margin:1.6em 0 .4em 0;font-weight:700;border-bottom:1px solid #1b1f24}
            p{margin:.3em 0 .6em 0}
            .subtitle{color:#4a525c;margin-bottom:1em}
            table{border-collapse:collapse;width:100%;margin:.3em 0 .8em 0}
            th{text-align:left;font-weight:700;vertical-align:baseline;padding:.22em .5em .22em 0}
            td{vertical-align:baseline;padding:.22em .5em .22em 0;overflow-wrap:anywhere;word-wrap:break-word}
            table.rows{table-layout:fixed}
            table.rows th{border-bottom:1px solid #4a525c;font-size:.8em;padding-right:.3em}
            table.rows td{border-bottom:1px solid #d5dae0}
            table.facts th{width:24%;font-weight:400;color:#4a525c}
            .exact{font-family:'JetBrains Mono',monospace;font-size:.74em}
            table.facts .exact{font-size:.88em}
            td.good{color:#00664a}td.bad{color:#a33a00;font-weight:700}td.open{color:#4a525c}
            table.chart th{width:30%;font-weight:400}
            table.chart th,table.chart td{vertical-align:middle;padding-top:.15em;padding-bottom:.15em}
            .bar{height:1.1em}
            .piece{height:1.1em;float:left;box-sizing:border-box}
            .key{display:inline-block;width:1.6em;height:.8em;margin-right:.4em;box-sizing:border-box}
            .word{color:#4a525c;margin-right:1.6em}
            .good.fill{background:#009e73}
            .bad.fill{background:#fff;border:.25em solid #d55e00}
            .open.fill{background:#e3e7ec}
            table.signoff{margin-top:.4em}
            table.signoff th{width:16%}table.signoff td{width:28%;padding-right:1.2em}
            table.signoff th,table.signoff td{padding-top:1.8em}
            .under{border-top:1px solid #1b1f24;color:#4a525c;font-size:.8em;padding-top:.2em}
            footer{color:#4a525c;font-size:.85em;margin-top:2em}
            """;

    static final String SCREEN =
            COMMON
                    + """
                    body{font:15px/1.45 'Inter','Segoe UI',sans-serif;color:#1b1f24;background:#fff;max-width:72em;margin:2em auto;padding:0 1.5em}
                    nav{display:flex;flex-wrap:wrap;gap:.2em 1.2em}
                    nav a{color:#0a5a94}
                    @media print{nav{display:none}@page{size:A4;margin:17mm 15mm}
                    body{font-size:8.6pt;max-width:none;margin:0;padding:0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
                    tr,table.chart,table.signoff,table.facts{break-inside:avoid}
                    h2,p{break-after:avoid}}
                    """;

    private static final String PRINT =
            COMMON
                    + """
                    @page{size:A4;margin:17mm 15mm 18mm 15mm;
                    @top-left{content:'HEAD';font-family:'Inter';font-size:7.5pt;color:#4a525c}
                    @bottom-left{content:'Facts FACTS';font-family:'JetBrains Mono';font-size:6.4pt;color:#4a525c}
                    @bottom-right{content:counter(page) ' / ' counter(pages);font-family:'Inter';font-size:7.5pt;color:#4a525c}}
                    @page:first{@top-left{content:''}}
                    body{margin:0;font-family:'Inter';font-size:8.6pt;line-height:1.35;color:#1b1f24}
                    table.rows{-fs-table-paginate:paginate}
                    tr,table.chart,table.signoff,table.facts{page-break-inside:avoid}
                    h2,p{page-break-after:avoid}
                    """;

    private ReportStyle() {}

    /// For paper: every page bears the hash of the facts, and every one after the first what it is
    /// a page of.
    ///
    /// @param facts hex digits
    /// @param head any text
    static String print(String facts, String head) {
        return PRINT.replace("FACTS", facts).replace("HEAD", quoted(head));
    }

    /// Text inside the quotes of a style sheet that stands in markup.
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length());
        CellText.carried(text)
                .codePoints()
                .forEach(point -> {
                    if (point > 0x7f || Character.isLetterOrDigit(point)) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(String.format("\\%06x", point));
                    }
                });
        return out.toString();
    }
}

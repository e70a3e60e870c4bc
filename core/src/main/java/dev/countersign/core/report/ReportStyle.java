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
            td.good{color:#00664a}td.bad{color:#a33a00;font-weight:700}td.open{color:#4a525c}
            table.chart caption{text-align:left;color:#4a525c;padding-bottom:.3em}
            table.chart th{width:30%;font-weight:400}
            .bar{width:100%;height:1em;background:#eef0f3}
            .piece{height:1em;float:left}
            .piece.good{background:#009e73}.piece.bad{background:#d55e00}.piece.open{background:#b6bec8}
            table.signoff{margin-top:.8em}
            table.signoff th{width:18%}table.signoff td{height:3.2em;width:28%}
            td.line{border-bottom:1px solid #1b1f24;color:#4a525c;font-size:.8em;vertical-align:bottom}
            footer{color:#4a525c;font-size:.85em;margin-top:2em}
            """;

    static final String SCREEN =
            COMMON
                    + """
                    body{font:15px/1.45 'Inter','Segoe UI',sans-serif;color:#1b1f24;background:#fff;max-width:72em;margin:2em auto;padding:0 1.5em}
                    """;

    private static final String PRINT =
            COMMON
                    + """
                    @page{size:A4;margin:17mm 15mm 18mm 15mm;
                    @bottom-left{content:'Facts FACTS';font-family:'JetBrains Mono';font-size:6.4pt;color:#4a525c}
                    @bottom-right{content:counter(page) ' / ' counter(pages);font-family:'Inter';font-size:7.5pt;color:#4a525c}}
                    body{font-family:'Inter';font-size:8.6pt;line-height:1.35;color:#1b1f24}
                    table.rows{-fs-table-paginate:paginate}
                    tr,table.chart,table.signoff,table.facts{page-break-inside:avoid}
                    h2{page-break-after:avoid}
                    """;

    private ReportStyle() {}

    /// For paper: every page bears the hash of the facts.
    ///
    /// @param facts hex digits
    static String print(String facts) {
        return PRINT.replace("FACTS", facts);
    }
}

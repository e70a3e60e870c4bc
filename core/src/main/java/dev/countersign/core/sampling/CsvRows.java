// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The rows of a CSV text as RFC 4180 has them, each as long as the first. A line end may be LF or
/// CR; a blank line is no row. Fields may be separated by semicolons, as spreadsheets write them
/// where numbers have a comma: the heading says so.
final class CsvRows {
    private static final String SAYS = "sep=";
    private static final char COMMA = ',';
    private static final char SEMICOLON = ';';

    private final String text;
    private char separator = COMMA;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private @Nullable String problem;
    private int at;

    CsvRows(String text) {
        this.text = text;
        at = text.startsWith("\ufeff") ? 1 : 0;
        if (!said()) {
            separator = heading();
        }
        while (at < text.length() && problem == null) {
            field();
        }
        if (!row.isEmpty()) {
            end();
        }
    }

    List<List<String>> all() {
        return rows;
    }

    @Nullable String problem() {
        return problem;
    }

    private boolean here(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    /// Reads a line before the heading that some spreadsheets write.
    ///
    /// @return whether there is one
    private boolean said() {
        if (!text.startsWith(SAYS, at)) {
            return false;
        }
        int start = at;
        at += SAYS.length();
        if (!here(COMMA) && !here(SEMICOLON)) {
            problem =
                    "its first line says that its fields are separated by neither commas nor"
                            + " semicolons";
            return true;
        }
        separator = text.charAt(at);
        at++;
        if (lineEnd()) {
            return true;
        }
        at = start;
        return false;
    }

    /// What separates the fields of the heading: semicolons, if there is no comma.
    private char heading() {
        boolean semicolon = false;
        boolean quoted = false;
        boolean any = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = !quoted && (c == '\n' || c == '\r');
            if (end && any || !quoted && c == COMMA) {
                return end && semicolon ? SEMICOLON : COMMA;
            }
            quoted ^= c == '"';
            semicolon |= !quoted && c == SEMICOLON;
            any |= !end;
        }
        return semicolon ? SEMICOLON : COMMA;
    }

    private boolean lineEnd() {
        int from = at;
        at += here('\r') ? 1 : 0;
        at += here('\n') ? 1 : 0;
        return at > from;
    }

    /// A field and what ends it.
    private void field() {
        row.add(here('"') ? quoted() : plain());
        if (problem != null) {
            return;
        }
        if (here(separator)) {
            at++;
            if (at == text.length()) {
                row.add("");
            }
            return;
        }
        if (!lineEnd() && at < text.length()) {
            problem =
                    "row "
                            + (rows.size() + 1)
                            + ": a "
                            + (separator == COMMA ? "comma" : "semicolon")
                            + " or a line end is missing";
        }
        end();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !here(separator) && !here('\r') && !here('\n')) {
            if (text.charAt(at) == '"') {
                problem = "row " + (rows.size() + 1) + ": a quote inside a field without quotes";
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                field.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else {
                at++;
                return field.toString();
            }
        }
        problem = "row " + (rows.size() + 1) + ": a quote is not closed";
        return field.toString();
    }

    private void end() {
        boolean blank = row.size() == 1 && row.getFirst().isEmpty();
        if (!blank && !rows.isEmpty() && row.size() != rows.getFirst().size() && problem == null) {
            problem =
                    "row "
                            + (rows.size() + 1)
                            + " has "
                            + row.size()
                            + " fields, the heading "
                            + rows.getFirst().size();
        }
        if (!blank) {
            rows.add(List.copyOf(row));
        }
        row = new ArrayList<>();
    }
}

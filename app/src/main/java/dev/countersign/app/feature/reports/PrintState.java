// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import java.util.List;

/// What is said of printing: one of these at any time.
public sealed interface PrintState {
    /// Nobody wants to print.
    record Closed() implements PrintState {}

    /// It is being looked which printers there are.
    record Looking() implements PrintState {}

    /// There is no printer.
    record NoPrinter() implements PrintState {}

    /// Where to, and which pages?
    ///
    /// @param printers their names, the usual one first
    /// @param pages how many there are
    record Asking(List<String> printers, int pages) implements PrintState {}

    /// It is being printed.
    ///
    /// @param printer its name
    /// @param taken how many pages the printer has
    /// @param of how many it is to get
    /// @param stopping whether it was asked to stop
    record Printing(String printer, int taken, int of, boolean stopping) implements PrintState {}

    /// The printer has all of it.
    ///
    /// @param printer its name
    /// @param pages which
    record Sent(String printer, PageSpan pages) implements PrintState {}

    /// It was stopped.
    ///
    /// @param taken how many pages the printer had by then
    record Stopped(int taken) implements PrintState {}

    /// The printer has it, and the ledger does not say so.
    ///
    /// @param sentence what happened
    record Unrecorded(String sentence) implements PrintState {}

    /// It was not printed, or not all of it.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements PrintState {}
}

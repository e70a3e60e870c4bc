// SPDX-License-Identifier: Apache-2.0
/// What an auditor takes away: one document in several formats, and the facts it was made of.
///
/// An {@link dev.countersign.core.report.Assessment} holds the facts, with one hash over all of
/// them; it is what OSCAL is written from. A {@link dev.countersign.core.report.Report} is the same
/// in words, and does not know whether it becomes PDF, HTML, a workbook or CSV. The same facts give
/// the same bytes, whoever writes them and whenever: no format takes the time of day.
@NullMarked
package dev.countersign.core.report;

import org.jspecify.annotations.NullMarked;

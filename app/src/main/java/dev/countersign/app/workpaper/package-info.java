// SPDX-License-Identifier: Apache-2.0
/// The workpaper in words: what a {@link dev.countersign.core.report.Report} says of an assessment.
@NullMarked
package dev.countersign.app.workpaper;

import org.jspecify.annotations.NullMarked;

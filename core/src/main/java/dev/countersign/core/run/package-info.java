// SPDX-License-Identifier: Apache-2.0
/// What a run directory holds besides its log, checked against it (FORMATS 1).
@NullMarked
package dev.countersign.core.run;

import org.jspecify.annotations.NullMarked;

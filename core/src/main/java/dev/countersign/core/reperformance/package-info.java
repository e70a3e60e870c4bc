// SPDX-License-Identifier: Apache-2.0
/// Everything that a run concluded, performed again and held against what was recorded (FORMATS 5),
/// for one run or for many; the results as a document that is the same for the same inputs.
@NullMarked
package dev.countersign.core.reperformance;

import org.jspecify.annotations.NullMarked;

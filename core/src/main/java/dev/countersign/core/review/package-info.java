// SPDX-License-Identifier: Apache-2.0
/// The grounding gate, the model's raw output and the deterministic rules, performed again here
/// (FORMATS 5).
@NullMarked
package dev.countersign.core.review;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// The sheet that takes a run to others: an incident and a draft e-mail, no decision.
@NullMarked
package dev.countersign.app.feature.escalate;

import org.jspecify.annotations.NullMarked;

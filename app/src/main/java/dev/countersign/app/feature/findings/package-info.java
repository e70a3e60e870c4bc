// SPDX-License-Identifier: Apache-2.0
/// The findings screen: what somebody has to answer for, the worst first, with its evidence.
@NullMarked
package dev.countersign.app.feature.findings;

import org.jspecify.annotations.NullMarked;

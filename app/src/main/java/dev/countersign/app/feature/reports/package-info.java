// SPDX-License-Identifier: Apache-2.0
/// The reports screen: papers to take away, and the matrix of what was performed again.
@NullMarked
package dev.countersign.app.feature.reports;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

/// Who may not be whom. That the approver is not the author is not for any policy to relax.
///
/// @param approverIsNotReviewer whether the independent reviewer may not approve as well
public record Segregation(boolean approverIsNotReviewer) {}

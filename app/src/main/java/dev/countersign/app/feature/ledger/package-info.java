// SPDX-License-Identifier: Apache-2.0
/// The ledger screen: what was done at this desk, verified and exported.
@NullMarked
package dev.countersign.app.feature.ledger;

import org.jspecify.annotations.NullMarked;

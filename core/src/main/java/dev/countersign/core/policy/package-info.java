// SPDX-License-Identifier: Apache-2.0
/// What the owners decided: clocks, calendars, roles, identities, steps, retention. Read,
/// validated, hashed.
@NullMarked
package dev.countersign.core.policy;

import org.jspecify.annotations.NullMarked;

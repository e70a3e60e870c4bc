// SPDX-License-Identifier: Apache-2.0
/// Logs to test with, what is done to them, and what must then be said: a slow, plain second
/// opinion on the core.
///
/// Nothing here uses the code under test, except the records that describe formats and reports.
@NullMarked
package dev.countersign.core.testkit;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

/// What it was done to.
///
/// @param type kind of thing: run, log, policy, finding, ledger ...
/// @param id which of them
public record Resource(String type, String id) {}

// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.util.List;

/// Somebody the policy knows.
///
/// @param id as `approver` in a record: e-mail or UID
/// @param name for people
/// @param roles what they may act as
public record Identity(String id, String name, List<String> roles) {
    public Identity {
        roles = List.copyOf(roles);
    }
}

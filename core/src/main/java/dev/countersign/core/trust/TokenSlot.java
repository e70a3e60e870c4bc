// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// A token that is in a slot of a PKCS#11 library.
///
/// @param slot the slot's number, as the library gives it
/// @param label the token's name; may be empty
/// @param serial its serial number; may be empty
/// @param state whether it can be logged into
public record TokenSlot(long slot, String label, String serial, State state) {
    /// Whether a token can be logged into.
    public enum State {
        /// It takes a PIN.
        READY,
        /// Nobody has given it a PIN.
        NOT_INITIALISED,
        /// Too many wrong PINs.
        LOCKED
    }

    /// For people: its name and slot.
    public String shown() {
        return label.isEmpty() ? "slot " + slot : "\"" + label + "\" (slot " + slot + ")";
    }
}

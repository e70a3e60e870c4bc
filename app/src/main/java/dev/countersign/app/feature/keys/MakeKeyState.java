// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

/// What the sheet that makes a key shows: one of these at any time.
public sealed interface MakeKeyState {
    /// Nothing: it is not there.
    record Closed() implements MakeKeyState {}

    /// It asks whose key it is, and where to.
    ///
    /// @param trouble why it was not made; empty if nobody tried
    record Asking(String trouble) implements MakeKeyState {}

    /// It is being made.
    record Making() implements MakeKeyState {}

    /// It is there.
    record Made(MadeKey key) implements MakeKeyState {}
}

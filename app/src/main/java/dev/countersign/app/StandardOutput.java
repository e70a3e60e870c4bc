// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import org.jspecify.annotations.Nullable;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// What a command prints to, which remembers why it could not be written: printing swallows that.
final class StandardOutput extends FilterOutputStream {
    /// What the system says where nobody reads any more (POSIX, EPIPE).
    private static final String NOBODY_READS = "Broken pipe";

    private @Nullable IOException failure;

    StandardOutput(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /// Whether all that was printed was written.
    boolean whole() {
        return failure == null;
    }

    /// What was lost and why, as a sentence; none if who read it had enough.
    Optional<String> lost() {
        String why = failure == null ? NOBODY_READS : failure.getMessage();
        return NOBODY_READS.equals(why)
                ? Optional.empty()
                : Optional.of(
                        "standard output could not be written ("
                                + why
                                + "): what was printed is not whole.");
    }
}

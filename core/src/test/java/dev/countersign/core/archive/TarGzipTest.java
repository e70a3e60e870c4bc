// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/// Each way in which the gzip around a tar can be hostile, broken or ambiguous.
class TarGzipTest extends ForgedTar {
    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aGzipOfAnotherArchiveIsNone() throws IOException, SourceException {
        ZipForge zip = new ZipForge();
        zip.add("a", "x".repeat(600));
        refused(Kind.OTHER_CONTENT, zipped(zip.bytes()));
        byte[] noise = new byte[600];
        new Random(3).nextBytes(noise);
        refused(Kind.OTHER_CONTENT, zipped(zipped(tar.entry("a", '0', noise).end())));
    }

    @Test
    void tooMuchIsRefusedAlsoInAGzipThatHardlyShrinks() throws IOException, SourceException {
        byte[] noise = new byte[9 << 20];
        new Random(2).nextBytes(noise);
        refused(Kind.TOO_LARGE, zipped(tar.entry("a", '0', noise).end()));
    }

    @Test
    void aGzipOfSomethingElseIsRefused() throws IOException, SourceException {
        refused(
                Kind.OTHER_CONTENT,
                zipped("no archive at all".repeat(40).getBytes(StandardCharsets.US_ASCII)));
        read(Map.of(), zipped(new byte[10_240]));
    }

    @Test
    void aGzipIsRead() throws IOException, SourceException {
        read(Map.of("a", "one"), zipped(tar.file("a", "one").end()));
    }

    @Test
    void aLargeGzipIsReadToo() throws IOException, SourceException {
        StringBuilder text = new StringBuilder();
        new Random(1).ints(5 << 20, 'a', 'z').forEach(c -> text.append((char) c));
        Opened opened = Opened.of(dir, zipped(tar.file("a", text.toString()).end()));
        assertThat(opened.equals(new Opened(Map.of("a", text.toString()), null))).isTrue();
    }

    @Test
    void aGzipBombIsRefused() throws IOException, SourceException {
        refused(Kind.RATIO, zipped(tar.file("a", "x".repeat(4 << 20)).end()));
    }

    @Test
    void aCutGzipIsRefused() throws IOException, SourceException {
        byte[] whole = zipped(tar.file("a", "one").end());
        for (int length = 2; length < whole.length; length++) {
            refused(Kind.TRUNCATED, Arrays.copyOf(whole, length));
        }
    }

    @Test
    void whatFollowsAGzipIsRefused() throws IOException, SourceException {
        byte[] one = zipped(tar.file("a", "one").end());
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        refused(Kind.TRAILING_DATA, two);
    }

    /// As pigz, bgzip and `cat` make them; the tar does not care where a member ends.
    @Test
    void theMembersOfAGzipAreReadAsOne() throws IOException, SourceException {
        byte[] whole = tar.file("a", "one").file("b", "two").end();
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int at = 0; at < whole.length; at += 700) {
            members.writeBytes(
                    zipped(Arrays.copyOfRange(whole, at, Math.min(at + 700, whole.length))));
        }
        members.writeBytes(zipped(new byte[0]));
        read(Map.of("a", "one", "b", "two"), members.toByteArray());
        byte[] cut = Arrays.copyOf(members.toByteArray(), members.size() - 1);
        refused(Kind.TRUNCATED, cut);
        cut[cut.length - 6]++;
        refused(Kind.DAMAGED, Arrays.copyOf(cut, members.size()));
    }

    @Test
    void zerosMayFillUpAGzip() throws IOException, SourceException {
        byte[] whole = zipped(tar.file("a", "one").end());
        byte[] filled = Arrays.copyOf(whole, whole.length + 200_000);
        read(Map.of("a", "one"), filled);
        filled[filled.length - 1] = 1;
        refused(Kind.TRAILING_DATA, filled);
    }

    /// Each of them may blow up a little; all of them together may not.
    @Test
    void manyMembersAreNoWayAroundTheLimits() throws IOException, SourceException {
        byte[] bomb = zipped(new byte[1 << 20]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            members.writeBytes(bomb);
        }
        refused(Kind.RATIO, members.toByteArray());
        members.reset();
        for (int i = 0; i <= Opened.LIMITS.files(); i++) {
            members.writeBytes(zipped(new byte[0]));
        }
        refused(Kind.TOO_MANY, members.toByteArray());
    }

    @Test
    void theCrcOfAGzipHeaderMustBeRight() throws IOException, SourceException {
        byte[] plain = zipped(tar.file("a", "one").end());
        byte[] whole = new byte[plain.length + 2];
        System.arraycopy(plain, 0, whole, 0, 10);
        System.arraycopy(plain, 10, whole, 12, plain.length - 10);
        whole[3] = 2;
        CRC32 crc = new CRC32();
        crc.update(whole, 0, 10);
        whole[10] = (byte) crc.getValue();
        whole[11] = (byte) (crc.getValue() >>> 8);
        read(Map.of("a", "one"), whole);
        whole[10]++;
        refused(Kind.DAMAGED, whole);
    }

    @Test
    void aChangedGzipIsRefused() throws IOException, SourceException {
        byte[] whole = zipped(tar.file("a", "one").end());
        whole[whole.length - 6]++;
        refused(Kind.DAMAGED, whole);
    }
}

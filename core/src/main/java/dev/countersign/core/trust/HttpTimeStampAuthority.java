// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A time-stamp authority on the network (RFC 3161, 3.4). It is asked where it is: an answer that
/// points elsewhere is none.
public final class HttpTimeStampAuthority implements TimeStampAuthority {
    private static final int MOST_BYTES = 1 << 20;
    private static final int BUFFER = 8192;

    private final URI address;
    private final Duration patience;

    private HttpTimeStampAuthority(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /// One at an address; empty if that is no address of the schemes `http` and `https`.
    ///
    /// @param patience how long to wait for its answer
    public static Optional<HttpTimeStampAuthority> at(String address, Duration patience) {
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            return http && uri.getHost() != null
                    ? Optional.of(new HttpTimeStampAuthority(uri, patience))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Octets ask(TimeStampRequest request) throws AuthorityException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            HttpURLConnection connection = connection();
            try (OutputStream out = connection.getOutputStream()) {
                out.write(request.der().toArray());
            }
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new AuthorityException(
                        address
                                + " gave no time-stamp, but HTTP status "
                                + status
                                + ": check the address.");
            }
            try (InputStream in = connection.getInputStream()) {
                return answer(in, end);
            } finally {
                connection.disconnect();
            }
        } catch (SocketTimeoutException e) {
            throw slow(e);
        } catch (IOException e) {
            throw new AuthorityException(
                    address
                            + " cannot be reached: check address and network, or carry the request"
                            + " there in a file.",
                    e);
        }
    }

    /// Java's newer client covers the headers of an answer with its timeout, but not the rest.
    private HttpURLConnection connection() throws IOException {
        int milliseconds = Math.toIntExact(patience.toMillis());
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(milliseconds);
        connection.setReadTimeout(milliseconds);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/timestamp-query");
        connection.setRequestProperty("Accept", "application/timestamp-reply");
        connection.setDoOutput(true);
        return connection;
    }

    private Octets answer(InputStream in, long end) throws IOException, AuthorityException {
        var bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int n; (n = in.read(buffer)) >= 0; ) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > MOST_BYTES) {
                throw new AuthorityException(
                        address + " answered more than any time-stamp has: check the address.");
            }
            if (System.nanoTime() - end > 0) {
                throw slow(new SocketTimeoutException());
            }
        }
        return Octets.of(bytes.toByteArray());
    }

    private AuthorityException slow(SocketTimeoutException e) {
        return new AuthorityException(
                address
                        + " did not answer within "
                        + patience.toSeconds()
                        + " seconds: try again, or carry the request there in a file.",
                e);
    }
}

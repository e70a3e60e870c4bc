// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

/// Real files that can only be read, where it is counted how often somebody looks.
public final class CountedFiles extends FileSystem {
    private final FileSystem real;
    private final Provider provider = new Provider();
    private int looks;

    /// @param real what is looked at
    public CountedFiles(FileSystem real) {
        this.real = real;
    }

    /// How often somebody looked.
    public int looks() {
        return looks;
    }

    /// A real path, by way of this.
    public Path at(Path path) {
        return (Path)
                Proxy.newProxyInstance(
                        Path.class.getClassLoader(),
                        new Class<?>[] {Path.class},
                        (self, method, given) -> {
                            if (method.getName().equals("getFileSystem")) {
                                return this;
                            }
                            Object[] args = given == null ? new Object[0] : given.clone();
                            for (int i = 0; i < args.length; i++) {
                                args[i] = args[i] instanceof Path other ? real(other) : args[i];
                            }
                            try {
                                Object got = method.invoke(path, args);
                                return got instanceof Path found ? at(found) : got;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private Path real(Path path) {
        return path.getFileSystem() == this ? real.getPath(path.toString()) : path;
    }

    private Path looked(Path path) {
        looks++;
        return real(path);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return at(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    private final class Provider extends FileSystemProvider {
        @Override
        public String getScheme() {
            return "counted";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return newFileChannel(path, options, attributes);
        }

        @Override
        public FileChannel newFileChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return FileChannel.open(looked(path), options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(
                Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
            return real.provider().newDirectoryStream(looked(folder), filter);
        }

        @Override
        public void createDirectory(Path folder, FileAttribute<?>... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Path path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copy(Path from, Path to, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isSameFile(Path path, Path other) throws IOException {
            return real.provider().isSameFile(looked(path), real(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return real.provider().isHidden(looked(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return real.provider().getFileStore(looked(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            real.provider().checkAccess(looked(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return real.provider().getFileAttributeView(looked(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(
                Path path, Class<A> type, LinkOption... options) throws IOException {
            return real.provider().readAttributes(looked(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(
                Path path, String attributes, LinkOption... options) throws IOException {
            return real.provider().readAttributes(looked(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
            throw new UnsupportedOperationException();
        }
    }
}

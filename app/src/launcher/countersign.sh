#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Starts Countersign on the Java that built it, else on any Java 25 or newer of this machine.
# Nothing here starts a process before Java itself, symbolic links apart: a short command should be short.

self=$0
case $self in */*) ;; *) self=./$self ;; esac
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in /*) self=$link ;; *) self=${self%/*}/$link ;; esac
done
here=${self%/*}

# true if the folder $1 is a Java 25 or newer
fits() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS='="' read -r key _ version _; do
        [ "$key" = JAVA_VERSION ] || continue
        version=${version%%[!0-9]*}
        [ "${version:-0}" -ge 25 ]
        return
    done < "$1/release"
    return 1
}

home='@java.home@'
if [ ! -x "$home/bin/java" ]; then
    for home in "$JAVA_HOME" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home ''; do
        fits "$home" && break
    done
fi
if [ -z "$home" ]; then
    echo "countersign: no Java 25 or newer found; install one (Debian: temurin-25-jdk) or set JAVA_HOME" >&2
    exit 2
fi

# Java reads file names in the character set of the locale, and a locale that is named need not be there: one without
# umlauts would lose them. Nothing here is written in the language of the locale.
export LC_ALL=C.UTF-8

# The commands of the desk have a cache of their own, and are over before it pays to compile anything twice,
# except what hashes where there is much to hash.
cache=countersign.aot
flags=
case ${1:-} in
    queue | findings)
        cache=desk.aot
        flags='@index.flags@'
        ;;
    show | run | demo)
        cache=desk.aot
        flags='@desk.flags@'
        ;;
    verify)
        # what was compiled already is called, not compiled once more within what calls it
        flags='-XX:InlineSmallCode=1000'
        ;;
    bundle)
        # the same; and the records of two runs should be forgotten before they are old: what is old stays in memory
        flags='-XX:InlineSmallCode=1000 -Xms112m -Xmn96m -XX:SurvivorRatio=1 -XX:TargetSurvivorRatio=95'
        ;;
esac

# Without its cache, or with one that no longer fits, Java is only slower; it must not talk about it on standard output.
exec "$home/bin/java" -Xlog:disable -XX:AOTCache="$here/app/$cache" @jvm.flags@ $flags \
    -Dorg.sqlite.lib.path="$here/native" \
    --module-path "$here/app" --module dev.countersign.app/dev.countersign.app.Countersign "$@"

#!/usr/bin/env bash
# appimage.sh: creates an AppImage of the release build in build/release. It contains both programs, Qt with its
# plugins, and all libraries except those that must match the desktop's C library, graphics driver, display server or
# fonts.
# Built on Debian 12, it runs on systems with glibc 2.36 or later.
# Needs patchelf, squashfs-tools, qt6-wayland, qt6-translations-l10n, libsecret-1-0, and a runtime of type 2 from the
# AppImage project: LYNCEUS_APPIMAGE_RUNTIME is its path. Without one, it only creates build/AppDir and its AppRun.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fail() { printf 'appimage.sh: %s\n' "$*" >&2 && exit 2; }
for tool in patchelf mksquashfs qtpaths6; do
    command -v "$tool" >/dev/null || fail "$tool is not in PATH"
done
app="$PWD/build/AppDir"
id=io.github.lynceus.Lynceus
plugins="$(qtpaths6 --query QT_INSTALL_PLUGINS)"
translations="$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)"
rm -rf "$app"
DESTDIR="$app" cmake --install build/release --prefix /usr --strip
# These files contain paths in /usr, where an AppImage has no program; without them, D-Bus cannot start it.
rm -r "$app/usr/lib" "$app/usr/share/dbus-1"
sed -i '/^DBusActivatable=/d' "$app/usr/share/applications/$id.desktop"
mkdir -p "$app/usr/lib" "$app/usr/plugins" "$app/usr/translations"

# Qt loads these plugins at run time (core/io/process/runtimepackage.h). The team server with PostgreSQL has a package.
for plugin in iconengines/libqsvgicon.so imageformats/libqsvg.so \
    platforms/libqxcb.so platforms/libqoffscreen.so platforms/libqwayland-generic.so platforms/libqwayland-egl.so \
    platforminputcontexts sqldrivers/libqsqlite.so tls wayland-decoration-client \
    wayland-graphics-integration-client wayland-shell-integration xcbglintegrations; do
    [[ -e $plugins/$plugin ]] || fail "Qt's plugin $plugin is not installed"
    mkdir -p "$app/usr/plugins/$(dirname "$plugin")"
    cp -RL "$plugins/$plugin" "$app/usr/plugins/$(dirname "$plugin")"
done
cp "$translations"/qtbase_*.qm "$app/usr/translations"
for folder in bin libexec; do
    printf '[Paths]\nPrefix=..\nPlugins=plugins\nTranslations=translations\n' >"$app/usr/$folder/qt.conf"
done

# Qt and QtKeychain load these two libraries by name.
loaded="$(ldconfig -p | awk '$1 == "libssl.so.3" || $1 == "libsecret-1.so.0" { if (!seen[$1]++) print $NF }')"
[[ $(wc -l <<<"$loaded") -eq 2 ]] || fail "libssl.so.3 or libsecret-1.so.0 is not installed"
# A second copy of these libraries would not match the rest of the desktop.
system='ld-linux.*|libc|libm|libdl|librt|libpthread|libresolv|libstdc\+\+|libgcc_s|libz|libexpat|libp11-kit|libcom_err'
system+='|libGL|libGLX|libGLdispatch|libEGL|libOpenGL|libdrm|libgbm|libX11|libX11-xcb|libxcb|libwayland-client'
system+='|libfontconfig|libfreetype'
mapfile -t elves < <(find "$app/usr/bin/lynceus" "$app/usr/libexec/lynceus-window" "$app/usr/plugins" -type f)
# shellcheck disable=SC2086 # one word per library
linked="$(ldd "${elves[@]}" $loaded)"
! grep 'not found' <<<"$linked" >&2 || fail "libraries are missing"
{ awk '$2 == "=>" && $3 ~ /^\// { print $3 }' <<<"$linked" | grep -vE "/($system)\.so" && printf '%s\n' "$loaded"; } \
    | sort -u | xargs cp -Lt "$app/usr/lib"

# Each file finds the libraries relative to its own folder. LD_LIBRARY_PATH would also apply to the browser that Lynceus
# opens.
patchelf --set-rpath "\$ORIGIN/../lib" "$app/usr/bin/lynceus" "$app/usr/libexec/lynceus-window"
patchelf --set-rpath "\$ORIGIN" "$app"/usr/lib/*
patchelf --set-rpath "\$ORIGIN/../../lib" "$app"/usr/plugins/*/*.so

ln -s usr/bin/lynceus "$app/AppRun"
cp "$app/usr/share/applications/$id.desktop" "$app/usr/share/icons/hicolor/scalable/apps/$id.svg" "$app"
cp "$app/usr/share/icons/hicolor/256x256/apps/$id.png" "$app/.DirIcon"

runtime="${LYNCEUS_APPIMAGE_RUNTIME:-}"
if [[ -z $runtime ]]; then
    echo "appimage.sh: created build/AppDir, but no AppImage: LYNCEUS_APPIMAGE_RUNTIME is not set"
    exit 0
fi
image="$PWD/build/Lynceus-$(uname -m).AppImage"
mksquashfs "$app" "$image.squashfs" -root-owned -noappend -comp zstd -quiet -no-progress
cat "$runtime" "$image.squashfs" >"$image"
rm "$image.squashfs"
chmod 755 "$image"

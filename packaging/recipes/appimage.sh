#!/usr/bin/env bash
# Creates an AppImage of the release build in build/. Not tested: linuxdeploy was not run (packaging/recipes/README.md).
# Needs linuxdeploy, its Qt plugin and appimagetool in PATH.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
for tool in linuxdeploy linuxdeploy-plugin-qt appimagetool; do
    command -v "$tool" >/dev/null || { echo "appimage.sh: $tool is not on the PATH" >&2 && exit 2; }
done
app=build/AppDir
rm -rf "$app"
DESTDIR="$PWD/$app" cmake --install build/release --prefix /usr --strip
# Qt loads these plugins at run time (core/io/process/runtimepackage.h).
export EXTRA_QT_PLUGINS="sqldrivers;wayland-shell-integration;wayland-decoration-client;tls"
export EXTRA_PLATFORM_PLUGINS="libqwayland-generic.so;libqwayland-egl.so"
linuxdeploy --appdir "$app" --plugin qt --desktop-file "$app/usr/share/applications/io.github.lynceus.Lynceus.desktop" \
    --executable "$app/usr/bin/lynceus" --executable "$app/usr/libexec/lynceus-window" \
    --library "$(ldconfig -p | awk '/libsecret-1\.so\.0/ { print $NF; exit }')"
appimagetool "$app" build/Lynceus-x86_64.AppImage

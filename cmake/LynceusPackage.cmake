# Debian packages by CPack, one per component (./dev package). dpkg-shlibdeps adds dependencies for linked libraries;
# packages that are loaded or started at run time (core/io/process/runtimepackage.h) are listed here.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Lynceus")
set(CPACK_PACKAGE_CONTACT "The Lynceus maintainers <lynceus@users.noreply.github.com>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://lynceus.github.io/")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL cli window)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${CPACK_PACKAGE_CONTACT}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

set(CPACK_DEBIAN_CLI_PACKAGE_NAME lynceus-cli)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "ca-certificates, libqt6sql6-sqlite")
set(CPACK_DEBIAN_CLI_PACKAGE_RECOMMENDS "libsecret-1-0, xdg-utils")
set(CPACK_DEBIAN_CLI_PACKAGE_SUGGESTS "lynceus, libqt6sql6-psql")
set(CPACK_COMPONENT_CLI_DESCRIPTION "release watcher for Argo CD (command line and team server)
Lynceus shows whether a released version is running on Argo CD, and if not,
why. It only reads Argo CD's API and changes nothing.
.
This package contains the command line for terminals and pipelines, the
background service that follows watches, and the team server.")

set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME lynceus)
set(CPACK_DEBIAN_WINDOW_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS "lynceus-cli (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n, libsecret-1-0, xdg-utils, gnome-keyring")
set(CPACK_COMPONENT_WINDOW_DESCRIPTION "release watcher for Argo CD (window)
Lynceus shows whether a released version is running on Argo CD, and if not,
why. It only reads Argo CD's API and changes nothing.
.
This package contains the window: a board of watches, the resource tree while
a release rolls out, deployments and versions of all environments, and
notifications on the desktop.")

# Files that only Debian needs, and reproducible file times.
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_SOURCE_DIR}/packaging/debian/finish.cmake")
set(CPACK_LYNCEUS_SOURCE "${CMAKE_SOURCE_DIR}")

include(CPack)

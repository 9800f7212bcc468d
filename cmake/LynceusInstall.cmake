# Installed files, in two components that become two packages (decision 195): `cli` is the command line, the background
# service and the team server; `window` adds what a desktop needs.

install(TARGETS lynceus RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT cli)
install(FILES LICENSE README.md CHANGELOG.md docs/service.md docs/serve.md docs/serve-unit.md
    packaging/lynceus-no-sandbox.conf packaging/serve/serve.yaml DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT cli)
install(FILES "${CMAKE_BINARY_DIR}/lynceus.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT cli)
install(FILES packaging/completions/lynceus.bash RENAME lynceus
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT cli)
install(FILES packaging/completions/_lynceus DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" COMPONENT cli)
install(FILES packaging/completions/lynceus.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT cli)

# Files with paths of the installed program are generated at install time, when the prefix is known, also for CPack.
function(lynceus_install_configured input name folder component)
    install(CODE "
        set(CMAKE_INSTALL_FULL_BINDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
        set(CMAKE_INSTALL_FULL_DOCDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}\")
        configure_file(\"${CMAKE_SOURCE_DIR}/${input}\" \"${CMAKE_BINARY_DIR}/configured/${folder}/${name}\" @ONLY)
        file(INSTALL \"${CMAKE_BINARY_DIR}/configured/${folder}/${name}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${folder}\")"
        COMPONENT ${component})
endfunction()

if(UNIX AND NOT APPLE)
    lynceus_install_configured(packaging/lynceus.service.in lynceus.service lib/systemd/user cli)
    lynceus_install_configured(packaging/serve/lynceus-serve.service.in lynceus-serve.service lib/systemd/system cli)
endif()

if(LYNCEUS_WINDOW)
    set(id io.github.lynceus.Lynceus)
    install(TARGETS lynceus-window RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}" COMPONENT window)
    install(FILES packaging/${id}.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT window)
    install(FILES packaging/${id}.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT window)
    install(FILES packaging/${id}.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT window)
    install(FILES packaging/icons/symbolic.svg RENAME ${id}-symbolic.svg
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/symbolic/apps" COMPONENT window)
    foreach(size IN ITEMS 16 22 24 32 48 64 96 128 256 512)
        install(FILES packaging/icons/${size}.png RENAME ${id}.png
            DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps" COMPONENT window)
    endforeach()
    if(TARGET Qt6::DBus)
        lynceus_install_configured(packaging/${id}.service.in ${id}.service ${CMAKE_INSTALL_DATADIR}/dbus-1/services window)
    endif()
endif()

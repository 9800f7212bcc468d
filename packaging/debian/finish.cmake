# CPack runs this after it has installed the files of both packages and before it writes the packages. Adds the
# documentation files that Debian policy requires, and gives all files the same time, so that builds are reproducible.
foreach(part IN ITEMS "cli=lynceus-cli" "window=lynceus")
    string(REGEX REPLACE "^(.*)=(.*)$" "\\1;\\2" part "${part}")
    list(GET part 0 component)
    list(GET part 1 package)
    set(root "${CPACK_TEMPORARY_DIRECTORY}/${component}")
    if(NOT EXISTS "${root}")
        message(FATAL_ERROR "${root} is missing")
    endif()
    set(doc "${root}/usr/share/doc/${package}")
    file(COPY "${CPACK_LYNCEUS_SOURCE}/packaging/debian/copyright" DESTINATION "${doc}")
    file(COPY "${CPACK_LYNCEUS_SOURCE}/packaging/debian/changelog" DESTINATION "${doc}")
    file(REMOVE "${root}/usr/share/doc/lynceus/LICENSE") # the copyright file contains it
    if(component STREQUAL "window")
        file(WRITE "${root}/usr/share/man/man1/lynceus-window.1" ".so man1/lynceus.1\n")
        file(MAKE_DIRECTORY "${root}/usr/share/lintian/overrides")
        file(COPY_FILE "${CPACK_LYNCEUS_SOURCE}/packaging/debian/lynceus.lintian-overrides"
            "${root}/usr/share/lintian/overrides/lynceus")
    endif()
    file(GLOB packed "${doc}/changelog" "${root}/usr/share/man/man1/*.1")
    foreach(file IN LISTS packed)
        execute_process(COMMAND gzip -9 -n -f "${file}" COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
    if(DEFINED ENV{SOURCE_DATE_EPOCH})
        execute_process(COMMAND find "${root}" -exec touch --no-dereference "--date=@$ENV{SOURCE_DATE_EPOCH}" "{}" +
            COMMAND_ERROR_IS_FATAL ANY)
    endif()
endforeach()

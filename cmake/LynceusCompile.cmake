# One interface target carries all warnings and Qt's defines.
add_library(lynceus_compile INTERFACE)
target_compile_definitions(lynceus_compile INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    LYNCEUS_VERSION="${PROJECT_VERSION}"
    JSON_USE_IMPLICIT_CONVERSIONS=0 $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_compile_options(lynceus_compile INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wcast-qual
    # g++ 12 alone: designated initialisers leave out what may stay empty; and at -O2 it loses track of which half of a
    # tl::expected is alive (as with std::optional in GCC bug 80635).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-missing-field-initializers> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    $<$<BOOL:${LYNCEUS_WERROR}>:-Werror>)
# What people get is hardened: it reads what servers send. (Sanitizers and _FORTIFY_SOURCE do not go together.)
target_compile_options(lynceus_compile INTERFACE $<$<CONFIG:Release>:-fstack-protector-strong>)
target_compile_definitions(lynceus_compile INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_link_options(lynceus_compile INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)
if(LYNCEUS_SANITIZE)
    target_compile_options(lynceus_compile INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(lynceus_compile INTERFACE -fsanitize=address,undefined)
endif()
if(LYNCEUS_COVERAGE)
    target_compile_options(lynceus_compile INTERFACE -fprofile-instr-generate -fcoverage-mapping)
    target_link_options(lynceus_compile INTERFACE -fprofile-instr-generate)
endif()
if(LYNCEUS_FUZZ)
    target_compile_options(lynceus_compile INTERFACE -fsanitize=fuzzer-no-link)
endif()
find_program(LYNCEUS_LLD ld.lld)
if(LYNCEUS_LLD)
    target_link_options(lynceus_compile INTERFACE -fuse-ld=lld)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Lets a compiler cache recognise precompiled headers.
    target_compile_options(lynceus_compile INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()

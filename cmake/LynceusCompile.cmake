# One interface target has all warnings and Qt's defines.
add_library(lynceus_compile INTERFACE)
target_compile_definitions(lynceus_compile INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    LYNCEUS_VERSION="${PROJECT_VERSION}"
    JSON_USE_IMPLICIT_CONVERSIONS=0 _GLIBCXX_ASSERTIONS)
target_compile_options(lynceus_compile INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wcast-qual
    # Only g++ 12: designated initialisers omit members with defaults; and at -O2 it loses track of which half of a
    # tl::expected is alive (as with std::optional in GCC bug 80635).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-missing-field-initializers> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    $<$<BOOL:${LYNCEUS_WERROR}>:-Werror>)
# Two builds of the same source have identical bytes, wherever it is located: packaging/reproducible.sh compares them.
target_compile_options(lynceus_compile INTERFACE "$<$<CONFIG:Release>:-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.>")
# The release build is hardened, because it parses data from servers; tests/hardening.sh checks the program for all of this.
# (Sanitizers and _FORTIFY_SOURCE do not go together.) Level 3 knows more sizes than 2 and needs g++ 12 or clang 15. Some
# distributions define a level of their own. Position-independent code comes with Qt, and programs with it.
set(fortify 2)
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12)
    OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 15))
    set(fortify 3)
endif()
set(hardening -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=${fortify})
include(CheckCXXCompilerFlag)
# By processor: x86 supports the first two, ARM the third instead of the second.
foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection -mbranch-protection=standard)
    string(MAKE_C_IDENTIFIER "LYNCEUS_HAS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
        list(APPEND hardening ${flag})
    endif()
endforeach()
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()
target_compile_options(lynceus_compile INTERFACE "$<$<CONFIG:Release>:${hardening}>")
target_link_options(lynceus_compile INTERFACE "$<$<CONFIG:Release>:-Wl,-z,relro,-z,now,-z,noexecstack>")
if(LYNCEUS_SANITIZE)
    # What AddressSanitizer reports by itself, or our code cannot do, is not checked twice: decision 0215.
    target_compile_options(lynceus_compile INTERFACE -fsanitize=address,undefined -fno-sanitize=null,vptr,alignment
        -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(lynceus_compile INTERFACE -fsanitize=address,undefined)
endif()
if(LYNCEUS_COVERAGE)
    target_compile_options(lynceus_compile INTERFACE -fprofile-instr-generate -fcoverage-mapping)
    target_link_options(lynceus_compile INTERFACE -fprofile-instr-generate)
endif()
find_program(LYNCEUS_LLD ld.lld)
if(LYNCEUS_LLD)
    target_link_options(lynceus_compile INTERFACE -fuse-ld=lld)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Lets a compiler cache recognise precompiled headers.
    target_compile_options(lynceus_compile INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()

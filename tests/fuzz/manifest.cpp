#include "core/domain/manifest/linediff.h"
#include "core/domain/manifest/yamltext.h"

#include <cstdlib>

// A manifest from a server, complete and without generated fields: either both or none can be converted, and the spans
// of their difference cover both texts.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    using namespace lynceus;
    const auto json = QString::fromUtf8(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const auto whole = yamlFrom(json, ManifestParts::Whole);
    const auto spoken = yamlFrom(json, ManifestParts::Spoken);
    if (whole.has_value() != spoken.has_value())
        std::abort();
    if (!whole)
        return 0;
    const auto before = linesOf(*whole);
    const auto after = linesOf(*spoken);
    std::size_t left = 0;
    std::size_t right = 0;
    for (const auto &span : diffLines(before, after)) {
        left += span.kind == DiffSpan::Kind::Added ? 0 : std::size_t(span.count);
        right += span.kind == DiffSpan::Kind::Removed ? 0 : std::size_t(span.count);
    }
    if (left != before.size() || right != after.size())
        std::abort();
    return 0;
}

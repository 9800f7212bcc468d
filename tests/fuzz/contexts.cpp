#include "core/io/settings/argocdcontexts.h"

#include <cstdlib>

using namespace lynceus;

/// Any configuration file of the argocd CLI: contexts have valid addresses, and removing tokens keeps everything else.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto contexts = parseArgoCdContexts(text);
    if (!contexts)
        return 0;
    for (const auto &context : contexts->contexts) {
        if (!context.baseUrl.isValid() || context.baseUrl.host().isEmpty())
            std::abort();
    }
    const auto edited = withoutTokens(text);
    if (!edited)
        return 0;
    const auto after = parseArgoCdContexts(*edited);
    if (!after || after->contexts.size() != contexts->contexts.size() || withoutTokens(*edited).value() != *edited)
        std::abort();
    for (size_t i = 0; i < after->contexts.size(); ++i) {
        const auto &one = after->contexts[i];
        const auto &other = contexts->contexts[i];
        if (!one.token.isEmpty() || one.name != other.name || one.baseUrl != other.baseUrl
            || one.insecure != other.insecure || one.authority != other.authority)
            std::abort();
    }
    return 0;
}

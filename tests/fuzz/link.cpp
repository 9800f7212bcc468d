#include "core/domain/link/watchlink.h"

#include <cstdlib>

using namespace lynceus;

/// The values of a link can be displayed and looked up unchanged.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    Instance instance;
    instance.id = QStringLiteral("i1");
    instance.name = QStringLiteral("staging");
    instance.baseUrl = QUrl(QStringLiteral("https://argocd.example.org"));
    const auto link = parseWatchLink(text, {instance});
    if (!link) {
        if (link.error().message.isEmpty() || link.error().message.contains(QChar(0)))
            std::abort();
        return 0;
    }
    const bool isRight = isLink(text) && (link->instance.isEmpty() || link->instance == instance.id)
        && (!link->application.isEmpty() || !link->images.empty()) && !link->note.contains(u'\n')
        && !link->release.contains(u'\n') && link->timeout.value_or(Duration(0)) >= Duration(0);
    if (!isRight)
        std::abort();
    return 0;
}

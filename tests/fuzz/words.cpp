#include "core/domain/argocd/requests/labelselector.h"
#include "core/domain/images/imagereference.h"
#include "core/domain/time/time.h"
#include "core/replay/faults/fault.h"

#include <cstdlib>

using namespace lynceus;

namespace {

/// An image reference equals itself after it is formatted and parsed again.
void image(const QString &text)
{
    const auto read = parseImageReference(text);
    if (!read)
        return;
    const auto again = parseImageReference(familiarName(*read));
    if (!again || *again != *read || !satisfies(*read, *read) || !sameRepository(*read, *again))
        std::abort();
}

void instant(const QByteArray &text)
{
    if (const auto read = parseRfc3339(text)) {
        if (parseRfc3339(formatRfc3339(*read).toLatin1()) != read)
            std::abort();
    }
    if (const auto read = parseHttpDate(text)) {
        if (parseHttpDate(formatHttpDate(*read)) != read)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto bytes = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto text = QString::fromUtf8(bytes);
    image(text);
    instant(bytes);
    if (const auto duration = parseDuration(text))
        std::ignore = formatDuration(*duration);
    if (const auto selector = parseLabelSelector(text))
        std::ignore = matches(*selector, {{QStringLiteral("a"), QStringLiteral("b")}});
    std::ignore = parseFault(text);
    return 0;
}

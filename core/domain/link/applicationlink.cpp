#include "core/domain/link/applicationlink.h"

#include "core/domain/argocd/requests/origin.h"

using namespace Qt::StringLiterals;

namespace lynceus {

std::optional<ApplicationKey> applicationOnPage(const QString &text, const std::vector<Instance> &known)
{
    const QUrl page(text.trimmed(), QUrl::StrictMode);
    if (!page.isValid())
        return {};
    for (const auto &instance : known) {
        const auto begin = instance.baseUrl.path() + u"/applications/"_s;
        const auto path = page.path(QUrl::FullyDecoded);
        if (!sameOrigin(page, instance.baseUrl) || !path.startsWith(begin))
            continue;
        const auto parts = path.sliced(begin.size()).split(u'/', Qt::SkipEmptyParts);
        if (parts.size() == 1)
            return ApplicationKey{instance.id, {}, parts[0]};
        if (parts.size() == 2)
            return ApplicationKey{instance.id, parts[0], parts[1]};
    }
    return {};
}

} // namespace lynceus

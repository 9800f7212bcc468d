#include "core/domain/model/applicationaddress.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kNameLimit = 253; // characters of a Kubernetes object name (RFC 1123 subdomain)

bool isKubernetesName(QStringView text)
{
    const auto edge = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    return !text.isEmpty() && text.size() <= kNameLimit && edge(text.front()) && edge(text.back())
        && std::ranges::all_of(text, [&](QChar c) { return edge(c) || c == u'-' || c == u'.'; });
}

} // namespace

Result<ApplicationAddress> parseApplicationAddress(const QString &text)
{
    const auto parts = text.split(u'/');
    if (parts.size() > 2)
        return badInput(u"application \"%1\": more than one slash; use NAME or NAMESPACE/NAME"_s.arg(text));
    for (const auto &part : parts) {
        if (!isKubernetesName(part))
            return badInput(
                u"application \"%1\": \"%2\" is not a valid name; use lowercase letters, digits, \"-\" and \".\""_s.arg(
                    text, part));
    }
    return parts.size() == 2 ? ApplicationAddress{parts[0], parts[1]} : ApplicationAddress{{}, parts[0]};
}

} // namespace lynceus

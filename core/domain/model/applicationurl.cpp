#include "core/domain/model/applicationurl.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QUrl applicationUrl(const QUrl &baseUrl, const ApplicationKey &key)
{
    auto url = baseUrl;
    const auto encoded = [](const QString &segment) { return QString::fromLatin1(QUrl::toPercentEncoding(segment)); };
    const auto nameSpace = key.nameSpace.isEmpty() ? QString() : u'/' + encoded(key.nameSpace);
    url.setPath(baseUrl.path() + u"/applications"_s + nameSpace + u'/' + encoded(key.name), QUrl::TolerantMode);
    return url;
}

} // namespace lynceus

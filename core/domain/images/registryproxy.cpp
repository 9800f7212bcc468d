#include "core/domain/images/registryproxy.h"

#include "core/domain/images/imagereference.h"

using namespace Qt::StringLiterals;

namespace lynceus {

Result<QString> registryProxyFrom(const QString &text)
{
    auto prefix = text.trimmed();
    for (const auto scheme : {"https://"_L1, "http://"_L1, "oci://"_L1, "docker://"_L1}) {
        if (prefix.startsWith(scheme, Qt::CaseInsensitive)) {
            prefix.remove(0, scheme.size());
            break;
        }
    }
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    if (prefix.isEmpty())
        return badInput(u"it contains no registry; use HOST or HOST/PATH"_s);
    // The prefix of an image name has the same syntax: host, port and path.
    if (prefix.contains(u"://"_s))
        return badInput(u"'%1' must not have a scheme; use HOST or HOST/PATH"_s.arg(prefix));
    const auto named = parseImageReference(prefix + u"/image"_s);
    if (!named || prefix.contains(u'@'))
        return badInput(u"'%1' is not a valid start of an image name; use HOST or HOST/PATH"_s.arg(prefix));
    return prefix;
}

} // namespace lynceus

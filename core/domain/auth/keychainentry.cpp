#include "core/domain/auth/keychainentry.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString kindName(KeychainKind kind)
{
    switch (kind) {
    case KeychainKind::SignIn:
        return u"sign-in"_s;
    case KeychainKind::Headers:
        return u"gateway headers"_s;
    }
    return {};
}

} // namespace

QString keychainEntryName(const Instance &instance, KeychainKind kind)
{
    const auto address = instance.baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                                                   | QUrl::StripTrailingSlash | QUrl::FullyEncoded);
    return u"Argo CD %1, %2 [%3]"_s.arg(address, kindName(kind), instance.id);
}

} // namespace lynceus

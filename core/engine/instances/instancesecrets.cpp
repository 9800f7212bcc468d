#include "core/engine/instances/instancesecrets.h"

#include "core/io/http/connections/certificates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Result<void> addClientCertificate(InstanceAccess &access, const Instance &instance)
{
    if (instance.clientCertificateFile.isEmpty())
        return {};
    auto certificates = readCertificates(instance.clientCertificateFile);
    if (!certificates)
        return tl::unexpected(certificates.error());
    auto key = readPrivateKey(instance.clientKeyFile);
    if (!key)
        return tl::unexpected(key.error());
    access.clientCertificates = std::move(*certificates);
    access.clientKey = std::move(*key);
    return {};
}

} // namespace

Result<InstanceAccess> accessWithoutSecrets(const Instance &instance)
{
    InstanceAccess access;
    access.baseUrl = instance.baseUrl;
    access.pinnedFingerprint = instance.pinnedFingerprint;
    access.proxy = instance.proxy;
    access.proxyUrl = instance.proxyUrl;
    if (!instance.authorityFile.isEmpty()) {
        auto authorities = readCertificates(instance.authorityFile);
        if (!authorities)
            return tl::unexpected(authorities.error());
        access.authorities = std::move(*authorities);
    }
    if (const auto added = addClientCertificate(access, instance); !added)
        return tl::unexpected(added.error());
    return access;
}

Result<InstanceAccess> accessFor(const Instance &instance, const InstanceSecrets &secrets)
{
    auto access = accessWithoutSecrets(instance);
    if (!access)
        return access;
    access->token = secrets.token;
    for (const auto &name : instance.headerNames) {
        const auto found = std::ranges::find_if(secrets.headers, [&](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0 && !header.second.isEmpty();
        });
        if (found == secrets.headers.end())
            return tl::unexpected(Error{Error::Kind::SignInNeeded, instance.name,
                                        u"the value of the gateway's header %1 is not in the keychain"_s.arg(name),
                                        false, 0});
        access->headers.append({name.toLatin1(), found->second.reveal()});
    }
    return access;
}

} // namespace lynceus

#include "app/cli/servers/storedsignins.h"

#include "core/engine/instances/gatewayheaders.h"
#include "core/engine/instances/instancesecrets.h"

namespace lynceus {

StoredSignIns::StoredSignIns(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_service(m_keychain, m_browser, clock)
{ }

StoredSignIns::~StoredSignIns() = default;

void StoredSignIns::access(const Instance &instance, QObject *context, Answer answer)
{
    readGatewayHeaders(m_keychain, instance, context,
                       [this, instance, answer = std::move(answer)](const KeychainResult<HeaderValues> &headers) {
                           answer(headers ? accessWith(instance, *headers)
                                          : tl::unexpected(headersMissing(instance, headers.error())));
                       });
}

Result<InstanceAccess> StoredSignIns::accessWith(const Instance &instance, const HeaderValues &headers)
{
    auto access = accessFor(instance, {{}, headers});
    if (!access)
        return access;
    m_service.setInstance(instance, *access);
    return m_service.access(instance.id);
}

} // namespace lynceus

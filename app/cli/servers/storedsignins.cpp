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
                       [this, instance, answer = std::move(answer)](Result<HeaderValues> headers) {
                           auto access = headers.and_then([&instance](const HeaderValues &values) {
                               return accessFor(instance, InstanceSecrets{{}, values});
                           });
                           if (!access) {
                               answer(tl::unexpected(std::move(access.error())));
                               return;
                           }
                           m_service.setInstance(instance, *access);
                           answer(m_service.access(instance.id));
                       });
}

} // namespace lynceus

#include "core/engine/instances/gatewayregistry.h"

#include "core/domain/auth/keychainentry.h"
#include "core/engine/instances/instancesecrets.h"

using namespace Qt::StringLiterals;

namespace lynceus {

GatewayRegistry::GatewayRegistry(Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
{ }

void GatewayRegistry::access(const Instance &instance, Answer answer)
{
    headers(instance, [instance, answer = std::move(answer)](const Result<HeaderValues> &values) {
        answer(values ? accessFor(instance, InstanceSecrets{{}, *values}) : tl::unexpected(values.error()));
    });
}

void GatewayRegistry::headers(const Instance &instance, std::function<void(const Result<HeaderValues> &)> answer)
{
    if (instance.headerNames.isEmpty()) {
        forget(instance.id);
        answer(HeaderValues());
        return;
    }
    const auto entry = keychainEntryName(instance, KeychainKind::Headers);
    const auto known = m_known.constFind(instance.id);
    if (known != m_known.constEnd() && known->entry == entry && known->names == instance.headerNames) {
        answer(HeaderValues(known->values));
        return;
    }
    readGatewayHeaders(m_keychain, instance, this,
                       [this, instance, entry, answer = std::move(answer)](const KeychainResult<HeaderValues> &read) {
                           forget(instance.id);
                           if (read) {
                               m_known.insert(instance.id, Known{entry, instance.headerNames, *read});
                               return answer(*read);
                           }
                           if (read.error().kind != KeychainProblem::Kind::Failed)
                               m_shut.insert(instance.id);
                           answer(tl::unexpected(headersMissing(instance, read.error())));
                       });
}

void GatewayRegistry::forget(const QString &instance)
{
    m_known.remove(instance);
    m_shut.remove(instance);
}

} // namespace lynceus

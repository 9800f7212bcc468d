#include "app/cli/servers/storedsignins.h"

#include "core/engine/instances/instancesecrets.h"

namespace lynceus {

StoredSignIns::StoredSignIns(const Clock &, QObject *parent)
    : QObject(parent)
{ }

StoredSignIns::~StoredSignIns() = default;

void StoredSignIns::access(const Instance &instance, QObject *context, Answer answer)
{
    QMetaObject::invokeMethod(
        context, [instance, answer = std::move(answer)] { answer(accessFor(instance, {})); }, Qt::QueuedConnection);
}

} // namespace lynceus

// The official client's contexts, read and taken over in the engine's thread.
#include "core/engine/instances/contextimport.h"
#include "core/engine/localengine_p.h"

namespace lynceus {

QFuture<Result<std::vector<ImportableContext>>> LocalEngine::importableContexts(const QString &file, QObject *context)
{
    return ask<Result<std::vector<ImportableContext>>>(
        context, detail::closing(), [file](EngineServices &services, QObject *, const auto &reply) {
            reply(lynceus::importableContexts(file, services.book().instances()));
        });
}

QFuture<Result<QStringList>> LocalEngine::importContexts(const QString &file, const QStringList &names,
                                                         QObject *context)
{
    return ask<Result<QStringList>>(
        context, detail::closing(), [file, names](EngineServices &services, QObject *requests, const auto &reply) {
            detail::passOn(lynceus::importContexts(services.book(), services.keychain(), file, names, true, requests),
                           requests, reply);
        });
}

} // namespace lynceus

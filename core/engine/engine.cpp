#include "core/engine/engine.h"

#include "core/engine/answerpromise.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
QFuture<Result<T>> refused(QObject *context)
{
    AnswerPromise<Result<T>> promise(context);
    auto future = promise.future();
    promise.settle(tl::unexpected(
        Error{Error::Kind::NotAllowed, u"import"_s, u"this engine does not support importing contexts"_s, false, 0}));
    return future;
}

} // namespace

QFuture<Result<std::vector<ImportableContext>>> Engine::importableContexts(const QString &, QObject *context)
{
    return refused<std::vector<ImportableContext>>(context);
}

QFuture<Result<QStringList>> Engine::importContexts(const QString &, const QStringList &, QObject *context)
{
    return refused<QStringList>(context);
}

} // namespace lynceus

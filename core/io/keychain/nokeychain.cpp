#include "core/io/keychain/nokeychain.h"

#include "core/io/keychain/keychaintext.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
void refuse(QObject *context, Keychain::Answer<T> answer)
{
    QMetaObject::invokeMethod(
        context,
        [answer = std::move(answer)] { answer(tl::unexpected(keychainAbsent(u"the demo does not store secrets"_s))); },
        Qt::QueuedConnection);
}

} // namespace

void NoKeychain::read(const QString &, QObject *context, Answer<std::optional<Secret>> answer)
{
    refuse(context, std::move(answer));
}

void NoKeychain::write(const QString &, Secret, QObject *context, Answer<void> answer)
{
    refuse(context, std::move(answer));
}

void NoKeychain::remove(const QString &, QObject *context, Answer<void> answer)
{
    refuse(context, std::move(answer));
}

} // namespace lynceus

#pragma once

#include "core/io/keychain/keychain.h"

#include <QMap>

namespace lynceus::test {

/// A keychain in memory that responds asynchronously, as real ones do, and fails on request.
class FakeKeychain final : public QObject, public Keychain
{
public:
    void read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer) override
    {
        ++reads;
        later(context, [this, name, answer = std::move(answer)] {
            if (readProblem)
                answer(tl::unexpected(*readProblem));
            else
                answer(entries.contains(name) ? std::optional(Secret(QByteArray(entries[name]))) : std::nullopt);
        });
    }
    void write(const QString &name, Secret value, QObject *context, Answer<void> answer) override
    {
        ++writes;
        later(context, [this, name, value = std::move(value), answer = std::move(answer)] {
            if (writeProblem) {
                answer(tl::unexpected(*writeProblem));
                return;
            }
            entries[name] = value.reveal();
            answer({});
        });
    }
    void remove(const QString &name, QObject *context, Answer<void> answer) override
    {
        later(context, [this, name, answer = std::move(answer)] {
            if (writeProblem) {
                answer(tl::unexpected(*writeProblem));
                return;
            }
            entries.remove(name);
            answer({});
        });
    }

    QMap<QString, QByteArray> entries;
    std::optional<KeychainProblem> readProblem;
    std::optional<KeychainProblem> writeProblem;
    int reads = 0;
    int writes = 0;

private:
    template<typename Act>
    void later(QObject *context, Act act)
    {
        QMetaObject::invokeMethod(context, std::move(act), Qt::QueuedConnection);
    }
};

} // namespace lynceus::test

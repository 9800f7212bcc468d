#pragma once

#include "core/domain/base/time.h"
#include "core/io/keychain/keychain.h"

#include <QByteArray>
#include <QStringList>

#include <deque>

namespace lynceus {

/// The desktop's own keychain through QtKeychain: Secret Service or KWallet, macOS, Windows.
///
/// Its jobs cannot be called off and run one after the other, so each has a deadline here, after which its answer no
/// longer counts. What is asked here is done one after the other, too: a value is never half written while it is
/// removed. On Linux the Secret Service itself is asked first whether it is open. Values that are too long for one
/// entry are kept in parts.
class SystemKeychain final : public QObject, public Keychain
{
    Q_OBJECT
public:
    struct Limits
    {
        Duration deadline{15'000}; ///< for each job; a wallet may be asking the person
        qsizetype entryBytes;      ///< 0: no limit
    };
    [[nodiscard]] static Limits usualLimits();

    explicit SystemKeychain(Limits limits = usualLimits(), QObject *parent = nullptr);

    void read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer) override;
    void write(const QString &name, Secret value, QObject *context, Answer<void> answer) override;
    void remove(const QString &name, QObject *context, Answer<void> answer) override;

private:
    template<typename T>
    [[nodiscard]] Answer<T> queued(QObject *context, Answer<T> answer);
    void enqueue(std::function<void()> operation);
    void next();

    using Bytes = std::optional<QByteArray>;
    using Step = std::function<void()>;
    using Fail = std::function<void(KeychainProblem)>;

    // Each goes on with `next`, or ends with `fail`.
    void whenOpen(const Fail &fail, Step next);
    void readEntry(const QString &name, const Fail &fail, std::function<void(Bytes)> next);
    void writeEntry(const QString &name, const QByteArray &bytes, const Fail &fail, Step next);
    void removeEntry(const QString &name, const Fail &fail, Step next);
    void removeEntries(QStringList names, const Fail &fail, Step next);
    void verifyGone(const QString &name, const Fail &fail, Step next);

    struct Reading;
    struct Writing;
    void readParts(std::shared_ptr<Reading> reading);
    void writeParts(std::shared_ptr<Writing> writing);

    Limits m_limits;
    std::deque<std::function<void()>> m_operations; // the first one is under way
};

} // namespace lynceus

#pragma once

#include "core/domain/time/time.h"
#include "core/io/keychain/keychain.h"

#include <QByteArray>
#include <QStringList>

#include <deque>

namespace lynceus {

/// The desktop's keychain through QtKeychain: Secret Service or KWallet, macOS, Windows.
///
/// QtKeychain's jobs cannot be cancelled and run one after another, so each has a deadline, after which its answer is
/// ignored. Operations here are sequential too: a value is never removed while it is written. On Linux, the Secret
/// Service is first asked whether it is open. Values that are too long for one entry are stored in parts.
class SystemKeychain final : public QObject, public Keychain
{
    Q_OBJECT
public:
    struct Limits
    {
        Duration deadline{15'000}; ///< per job; the keychain may be waiting for the user
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

    // Each continues with `next` or ends with `fail`.
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
    std::deque<std::function<void()>> m_operations; // the first one is in progress
};

} // namespace lynceus

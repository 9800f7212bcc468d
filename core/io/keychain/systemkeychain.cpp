#include "core/io/keychain/systemkeychain.h"

#include "core/domain/auth/keychainchunks.h"
#include "core/domain/auth/keychainentry.h"
#include "core/io/keychain/keychaintext.h"
#include "core/io/process/runtimepackage.h"

#include <QPointer>
#include <qt6keychain/keychain.h>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

KeychainProblem problemOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return keychainDenied();
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    // Without a session bus or libsecret, QtKeychain returns this, not NoBackendAvailable (0.13).
    case QKeychain::OtherError:
        if (const auto missing = missingPackage(RuntimePackage::SecretLibrary); !missing.isEmpty())
            return {KeychainProblem::Kind::Absent, missing + u"; tokens are discarded when Lynceus quits"_s};
        return keychainAbsent(job.errorString());
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
        break;
    }
    return keychainFailed(job.errorString());
}

/// Starts a job; calls @p done(bool inTime) once: when it finishes, or after the deadline. It cannot be cancelled,
/// deletes itself, and its later result is ignored.
template<typename Done>
void run(QKeychain::Job *job, QObject *owner, Duration deadline, Done done)
{
    auto *timer = new QTimer(owner);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, owner, [timer, late = QPointer<QKeychain::Job>(job), done] {
        if (late)
            late->disconnect(timer);
        timer->deleteLater();
        done(false);
    });
    QObject::connect(job, &QKeychain::Job::finished, timer, [timer, done] {
        timer->stop();
        timer->deleteLater();
        done(true);
    });
    timer->start(deadline);
    job->start();
}

QString service()
{
    return QString::fromLatin1(kKeychainService);
}

} // namespace

struct SystemKeychain::Reading
{
    QByteArray head;
    QStringList names;
    std::vector<QByteArray> parts;
    Fail fail;
    std::function<void(std::optional<Secret>)> next;
};

struct SystemKeychain::Writing
{
    QString name;
    KeychainChunks chunks;
    std::size_t written = 0;
    Fail fail;
    Step next;
};

SystemKeychain::Limits SystemKeychain::usualLimits()
{
#ifdef Q_OS_WIN
    return {.entryBytes = kSmallestEntryLimit};
#else
    return {.entryBytes = 0};
#endif
}

SystemKeychain::SystemKeychain(Limits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{ }

/// Passes the answer on unless the context was destroyed, then starts the next operation.
template<typename T>
Keychain::Answer<T> SystemKeychain::queued(QObject *context, Answer<T> answer)
{
    return [this, alive = QPointer<QObject>(context), answer = std::move(answer)](KeychainResult<T> result) {
        QMetaObject::invokeMethod(this, &SystemKeychain::next, Qt::QueuedConnection);
        if (alive)
            answer(std::move(result));
    };
}

void SystemKeychain::enqueue(std::function<void()> operation)
{
    m_operations.push_back(std::move(operation));
    if (m_operations.size() == 1)
        m_operations.front()();
}

void SystemKeychain::next()
{
    m_operations.pop_front();
    if (!m_operations.empty())
        m_operations.front()();
}

void SystemKeychain::whenOpen(const Fail &fail, Step next)
{
    askSecretService(this, m_limits.deadline, [fail, next = std::move(next)](SecretServiceState state) {
        if (auto problem = lynceus::problemOf(state))
            fail(*std::move(problem));
        else
            next();
    });
}

void SystemKeychain::readEntry(const QString &name, const Fail &fail, std::function<void(Bytes)> next)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(name);
    run(job, this, m_limits.deadline, [job, fail, next = std::move(next)](bool inTime) {
        if (!inTime)
            fail(keychainSilent());
        else if (job->error() == QKeychain::NoError)
            next(job->textData().toUtf8());
        else if (job->error() == QKeychain::EntryNotFound)
            next(std::nullopt);
        else
            fail(problemOf(*job));
    });
}

void SystemKeychain::writeEntry(const QString &name, const QByteArray &bytes, const Fail &fail, Step next)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(name);
    job->setTextData(QString::fromUtf8(bytes));
    run(job, this, m_limits.deadline, [this, job, name, bytes, fail, next = std::move(next)](bool inTime) {
        if (!inTime || job->error() != QKeychain::NoError) {
            fail(inTime ? problemOf(*job) : keychainSilent());
            return;
        }
        readEntry(name, fail, [bytes, fail, next](const Bytes &stored) {
            if (stored == bytes)
                next();
            else
                fail(keychainFailed(u"the stored value cannot be read back"_s));
        });
    });
}

void SystemKeychain::removeEntry(const QString &name, const Fail &fail, Step next)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(name);
    run(job, this, m_limits.deadline, [job, fail, next = std::move(next)](bool inTime) {
        if (!inTime)
            fail(keychainSilent());
        else if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            next();
        else
            fail(problemOf(*job));
    });
}

void SystemKeychain::removeEntries(QStringList names, const Fail &fail, Step next)
{
    if (names.isEmpty()) {
        next();
        return;
    }
    const auto name = names.takeFirst();
    removeEntry(name, fail, [this, names, fail, next = std::move(next)] { removeEntries(names, fail, next); });
}

void SystemKeychain::read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer)
{
    const auto reply = queued(context, std::move(answer));
    const Fail fail = [reply](KeychainProblem problem) { reply(tl::unexpected(std::move(problem))); };
    const auto takeHead = [this, name, fail, reply](const Bytes &head) {
        if (!head) {
            reply(std::optional<Secret>());
            return;
        }
        const auto names = partNames(name, *head);
        if (!names) {
            fail(keychainFailed(u"the entry is damaged; sign in again to replace it"_s));
            return;
        }
        auto reading = std::make_shared<Reading>();
        reading->head = *head;
        reading->names = *names;
        reading->fail = fail;
        reading->next = [reply](std::optional<Secret> value) { reply(std::move(value)); };
        readParts(std::move(reading));
    };
    enqueue([=, this] { whenOpen(fail, [=, this] { readEntry(name, fail, takeHead); }); });
}

void SystemKeychain::readParts(std::shared_ptr<Reading> reading)
{
    if (reading->names.isEmpty()) {
        auto value = joinedChunks(reading->head, reading->parts);
        if (value)
            reading->next(std::move(value));
        else
            reading->fail(keychainFailed(u"the entry is damaged; sign in again to replace it"_s));
        return;
    }
    readEntry(reading->names.takeFirst(), reading->fail, [this, reading](const Bytes &part) {
        reading->parts.push_back(part.value_or(QByteArray()));
        readParts(reading);
    });
}

void SystemKeychain::write(const QString &name, Secret value, QObject *context, Answer<void> answer)
{
    const auto reply = queued(context, std::move(answer));
    const Fail fail = [reply](KeychainProblem problem) { reply(tl::unexpected(std::move(problem))); };
    auto writing = std::make_shared<Writing>();
    writing->name = name;
    writing->chunks = keychainChunks(name, value, m_limits.entryBytes);
    writing->fail = fail;
    const auto takeOld = [this, writing, name, reply](const Bytes &head) {
        auto old = head ? partNames(name, *head).value_or(QStringList()) : QStringList();
        for (const auto &part : writing->chunks.parts)
            old.removeAll(part.name);
        // Remains of the old value are harmless: failing to remove them is not a failure.
        const Step done = [reply] { reply({}); };
        writing->next = [this, old, done] {
            removeEntries(
                old, [done](const KeychainProblem &) { done(); }, done);
        };
        writeParts(writing);
    };
    enqueue([=, this] { whenOpen(fail, [=, this] { readEntry(name, fail, takeOld); }); });
}

void SystemKeychain::writeParts(std::shared_ptr<Writing> writing)
{
    if (writing->written == writing->chunks.parts.size()) {
        writeEntry(writing->name, writing->chunks.head, writing->fail, writing->next);
        return;
    }
    const auto &part = writing->chunks.parts[writing->written++];
    writeEntry(part.name, part.bytes, writing->fail, [this, writing] { writeParts(writing); });
}

void SystemKeychain::verifyGone(const QString &name, const Fail &fail, Step next)
{
    // A keychain that was locked meanwhile would return "no such entry".
    readEntry(name, fail, [this, fail, next = std::move(next)](const Bytes &left) {
        if (left)
            fail(keychainFailed(u"the keychain reported that the entry was deleted, but it still exists"_s));
        else
            whenOpen(fail, next);
    });
}

void SystemKeychain::remove(const QString &name, QObject *context, Answer<void> answer)
{
    const auto reply = queued(context, std::move(answer));
    const Fail fail = [reply](KeychainProblem problem) { reply(tl::unexpected(std::move(problem))); };
    const auto removeAll = [this, name, fail, reply](const Bytes &head) {
        auto names = head ? partNames(name, *head).value_or(QStringList()) : QStringList();
        names.append(name);
        removeEntries(names, fail, [=, this] { verifyGone(name, fail, [reply] { reply({}); }); });
    };
    enqueue([=, this] { whenOpen(fail, [=, this] { readEntry(name, fail, removeAll); }); });
}

} // namespace lynceus

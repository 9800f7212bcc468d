#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/io/clock.h"
#include "core/io/ipc/ownerplace.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

/// A person with a home of their own, one instance "staging" that plays a recording, and whatever of the program runs.
class OneEngine : public testing::Test
{
protected:
    OneEngine();
    /// Ends who still has the engine, also what was left behind.
    ~OneEngine() override;

    /// A recording as the instance "staging". With a token it asks for it, and nobody has it.
    void serve(const QString &recording, double speed, const QByteArray &token = {});
    /// Several as one, in place of what was served; the settings stay as they are.
    void play(const QStringList &recordings, const ReplayOptions &options);
    void playRecordings(std::vector<Recording> recordings, const ReplayOptions &options);
    /// What is played now, as the instance "staging".
    void storeInstance();

    [[nodiscard]] QHash<QString, QString> environment() const { return m_environment; }
    [[nodiscard]] ProgramResult run(const QStringList &arguments) const;
    [[nodiscard]] std::unique_ptr<Program> start(const QStringList &arguments) const;
    /// A daemon that answers. Its end is the test's business.
    [[nodiscard]] std::unique_ptr<Program> startDaemon(const QStringList &options = {});

    /// "window", "daemon", or empty if nobody answers.
    [[nodiscard]] QString owner() const;
    [[nodiscard]] bool waitForOwner(const QString &role) const;
    [[nodiscard]] qint64 ownerProcess() const;

    /// As it is in the store; its id is empty if it is not there.
    [[nodiscard]] WatchRecord stored(const QString &id) const;
    [[nodiscard]] bool waitForOutcome(const QString &id, Outcome outcome) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    OwnerPlace m_place;
    QHash<QString, QString> m_environment;
    std::unique_ptr<ReplayServer> m_server;
};

} // namespace lynceus::test

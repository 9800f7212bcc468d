#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/io/clock.h"
#include "core/io/ipc/ownerplace.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

/// A separate home with one instance "staging" that replays a recording, and any processes of the program.
class EngineProcessFixture : public testing::Test
{
protected:
    EngineProcessFixture();
    /// Ends any process that still owns the engine.
    ~EngineProcessFixture() override;

    /// Replays a recording as the instance "staging". With a token, the server requires it, and no client has it.
    void serve(const QString &recording, double speed, const QByteArray &token = {});
    /// Replays several recordings as one, replacing the current one; the settings stay.
    void play(const QStringList &recordings, const ReplayOptions &options);
    void playRecordings(std::vector<Recording> recordings, const ReplayOptions &options);
    /// Stores the current server as the instance "staging".
    void storeInstance();

    [[nodiscard]] QHash<QString, QString> environment() const { return m_environment; }
    [[nodiscard]] ProgramResult run(const QStringList &arguments) const;
    [[nodiscard]] std::unique_ptr<Program> start(const QStringList &arguments) const;
    /// Starts a background service and waits until it responds. The test must end it.
    [[nodiscard]] std::unique_ptr<Program> startDaemon(const QStringList &options = {});

    /// "window", "daemon", or empty if no process responds.
    [[nodiscard]] QString owner() const;
    [[nodiscard]] bool waitForOwner(const QString &role) const;
    [[nodiscard]] qint64 ownerProcess() const;

    /// The stored watch; its id is empty if there is none.
    [[nodiscard]] WatchRecord stored(const QString &id) const;
    [[nodiscard]] bool waitForOutcome(const QString &id, Outcome outcome) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    OwnerPlace m_place;
    QHash<QString, QString> m_environment;
    std::unique_ptr<ReplayServer> m_server;
};

} // namespace lynceus::test

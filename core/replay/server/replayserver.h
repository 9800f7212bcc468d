#pragma once

#include "core/io/clock.h"
#include "core/replay/faults/fault.h"
#include "core/replay/recordings/recording.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace lynceus {

struct ReplayOptions
{
    quint16 port = 0;          ///< 0: the system chooses
    double speed = 1.0;        ///< recording seconds per second; `Date` runs equally fast
    bool loop = false;         ///< start again at the end; else the last answers stay
    bool tls = false;          ///< with a certificate made for this run, for localhost and 127.0.0.1
    QString basePath;          ///< "/argocd": everything below it, 404 elsewhere
    bool recordedOnly = false; ///< lists and streams leave out applications whose resources no recording has
    QByteArray token;          ///< if not empty, requests without this bearer token get 401
    std::vector<Fault> faults;
};

/// Plays recordings as one read-only Argo CD on 127.0.0.1, over plain sockets, because a library cannot break HTTP on
/// purpose. It decides nothing about rollouts. Time begins with the first request below /api/, so that a slow client
/// misses nothing (with the start, if a fault keeps requests from coming). It runs on the event loop of its thread.
///
/// For a command: read each recording by readRecording() or builtInRecording(), each `--fault` by parseFault(),
/// listen(), and print baseUrl(); a client of a TLS server is given certificate() as its authority. The recording's
/// application and images are in its head. Without `loop` it serves the end of the recording until it is stopped.
///
/// Several recordings are merged: each recorded application is answered by its own recording (the first, if two tell of
/// the same), everything else by the first recording, whose clock all share.
class ReplayServer final : public QObject
{
    Q_OBJECT
public:
    ReplayServer(std::vector<Recording> recordings, ReplayOptions options, const Clock &clock,
                 QObject *parent = nullptr);
    ~ReplayServer() override;

    /// Error::Kind::Unreachable if the port cannot be had, Certificate if none could be made.
    [[nodiscard]] Result<void> listen();

    [[nodiscard]] QUrl baseUrl() const;
    /// PEM of the certificate made for this run; empty without TLS.
    [[nodiscard]] QByteArray certificate() const;
    /// Recording time now; 0 before the first request.
    [[nodiscard]] Duration position() const;
    /// Requests answered or broken so far by path without query, for budgets and tests.
    [[nodiscard]] QHash<QString, int> requestCounts() const;
    [[nodiscard]] int openStreams() const;

    /// The clock was turned: what is due is done now, not when a timer, which knows real time only, has ended.
    void lookAtClock();

Q_SIGNALS:
    /// A request came in: "GET /api/v1/…", for `--verbose`. No headers, no secrets.
    void requestArrived(const QString &line);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lynceus

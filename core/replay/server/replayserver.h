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
    double speed = 1.0;        ///< recording seconds per second; `Date` runs at the same speed
    bool loop = false;         ///< restart at the end; otherwise the last answers stay
    bool tls = false;          ///< with a certificate for this run, for localhost and 127.0.0.1
    QString basePath;          ///< "/argocd": serves everything below it, 404 elsewhere
    bool recordedOnly = false; ///< omits applications without recorded resources from lists and streams
    QByteArray token;          ///< if set, requests without this bearer token get 401
    std::vector<Fault> faults;
};

/// Plays recordings as one read-only Argo CD server on 127.0.0.1. Uses plain sockets, because a library cannot violate
/// HTTP on purpose. Knows nothing about rollouts. Time starts with the first request below /api/, so that a slow client
/// misses nothing (at once, if a fault prevents requests). Runs on the event loop of its thread.
///
/// For a command: read each recording with readRecording() or builtInRecording(), each `--fault` with parseFault(),
/// call listen(), and print baseUrl(); a client of a TLS server needs certificate() as its CA. The head of the
/// recording names application and images. Without `loop`, it serves the end of the recording until stopped.
///
/// Several recordings are merged: each recorded application is answered by its own recording (the first, if several
/// have it), everything else by the first recording, whose clock applies to all.
class ReplayServer final : public QObject
{
    Q_OBJECT
public:
    ReplayServer(std::vector<Recording> recordings, ReplayOptions options, const Clock &clock,
                 QObject *parent = nullptr);
    ~ReplayServer() override;

    /// Error::Kind::Unreachable if the port cannot be used, Certificate if none could be created.
    [[nodiscard]] Result<void> listen();

    [[nodiscard]] QUrl baseUrl() const;
    /// PEM of the certificate for this run; empty without TLS.
    [[nodiscard]] QByteArray certificate() const;
    /// Recording time now; 0 before the first request.
    [[nodiscard]] Duration position() const;
    /// Number of requests answered or broken so far, by path without query; for budgets and tests.
    [[nodiscard]] QHash<QString, int> requestCounts() const;
    [[nodiscard]] int openStreams() const;

    /// Call when the clock was changed: handles everything that is due at once, because timers only use real time.
    void checkClock();

Q_SIGNALS:
    /// A request arrived: "GET /api/v1/…", for `--verbose`. No headers, no secrets.
    void requestArrived(const QString &line);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lynceus

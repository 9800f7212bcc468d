#pragma once

#include "core/domain/base/result.h"
#include "core/io/clock.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

namespace lynceus {

/// Certificate and key of one of our servers, from PEM files that may be replaced at any time, such as mounted secrets.
/// The files are checked every 10 s; while their content is unusable, the last valid certificate stays in use.
class ServerCertificate final : public QObject
{
    Q_OBJECT
public:
    ServerCertificate(QString certificateFile, QString keyFile, QObject *parent = nullptr);

    /// Reads the files for the first time. BadInput with file and problem; also if the key does not match the
    /// certificate, or the certificate has expired.
    [[nodiscard]] Result<void> load(Instant now);

    /// For new connections: only TLS 1.2 or 1.3 with forward secrecy and authenticated encryption; no client
    /// certificates. Valid after load().
    [[nodiscard]] const QSslConfiguration &configuration() const { return *m_configuration; }

    /// Checks whether the files have changed; after watch(), a timer calls it.
    void check(const Clock &clock);
    /// Starts the timer.
    void watch(const Clock &clock);

Q_SIGNALS:
    /// A new certificate is in use.
    void renewed();
    /// The files have changed and are unusable; one sentence, once per content.
    void failed(const QString &sentence);

private:
    struct Files
    {
        QByteArray certificate;
        QByteArray key; ///< a hash, so that the key is not kept twice
        friend bool operator==(const Files &, const Files &) = default;
    };

    [[nodiscard]] Files content() const;
    [[nodiscard]] Result<QSslConfiguration> read(Instant now) const;

    QString m_certificateFile;
    QString m_keyFile;
    Files m_files; ///< last checked
    std::optional<QSslConfiguration> m_configuration;
    QTimer m_checkTimer;
};

} // namespace lynceus

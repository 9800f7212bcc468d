#pragma once

#include "core/domain/base/result.h"
#include "core/io/clock.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

namespace lynceus {

/// The certificate that a server of ours shows, with its key, from PEM files that others may replace, as mounted
/// secrets are. The files are looked at every 10 s; while what they hold cannot be used, the last good certificate
/// stays.
class ServerCertificate final : public QObject
{
    Q_OBJECT
public:
    ServerCertificate(QString certificateFile, QString keyFile, QObject *parent = nullptr);

    /// Reads the files for the first time. BadInput names the file and says what is wrong; also if the key belongs to
    /// another certificate or the certificate has expired.
    [[nodiscard]] Result<void> load(Instant now);

    /// For new connections: TLS 1.2 or 1.3 with forward secrecy and authenticated encryption only; clients need no
    /// certificate. Valid after load().
    [[nodiscard]] const QSslConfiguration &configuration() const { return *m_configuration; }

    /// Looks whether the files have changed; a timer calls it after load().
    void look(const Clock &clock);
    /// From now on by a timer.
    void watch(const Clock &clock);

Q_SIGNALS:
    /// Another certificate is shown from now on.
    void renewed();
    /// The files have changed, and cannot be used; one sentence, once for each content.
    void failed(const QString &sentence);

private:
    struct Files
    {
        QByteArray certificate;
        QByteArray key; ///< a hash: the key itself is not kept twice
        friend bool operator==(const Files &, const Files &) = default;
    };

    [[nodiscard]] Files content() const;
    [[nodiscard]] Result<QSslConfiguration> read(Instant now) const;

    QString m_certificateFile;
    QString m_keyFile;
    Files m_files; ///< that were looked at last
    std::optional<QSslConfiguration> m_configuration;
    QTimer m_looking;
};

} // namespace lynceus

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace lynceus {

/// Client side of the SOCKS5 handshake (RFC 1928, RFC 1929) for one connection; the proxy resolves the host. Input and
/// output are bytes.
class Socks5Handshake final
{
public:
    enum class State {
        Waiting, ///< for more bytes from the proxy
        Done,    ///< the next byte comes from the host
        Failed,  ///< see problem()
    };

    /// @param host name (ACE) or address. @param user empty: none is sent.
    Socks5Handshake(QByteArray host, quint16 port, QByteArray user, QByteArray password);
    ~Socks5Handshake();
    Socks5Handshake(const Socks5Handshake &) = delete;
    Socks5Handshake &operator=(const Socks5Handshake &) = delete;

    /// Bytes to send now; each is returned once. Check at the beginning and after each take().
    [[nodiscard]] QByteArray takeOutput();

    /// Consumes the bytes of the handshake and returns their number. Consumes everything unless the state is Done or
    /// Failed.
    [[nodiscard]] qsizetype take(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// Why the proxy did not connect: one clause.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    enum class Step { Method, Login, Reply };

    [[nodiscard]] qsizetype wantedBytes() const;
    void takeAnswer();
    void takeMethod();
    void takeReply();
    void askForHost();
    void fail(const QString &problem);

    QByteArray m_host;
    quint16 m_port;
    QByteArray m_user;
    QByteArray m_password;
    State m_state = State::Waiting;
    Step m_step = Step::Method;
    QByteArray m_answer; // incomplete answer; at most 262 bytes
    QByteArray m_output;
    QString m_problem;
};

} // namespace lynceus

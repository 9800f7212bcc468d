#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace lynceus {

/// The client's side of SOCKS5 (RFC 1928, RFC 1929) for one connection to a host, which the proxy looks up. Bytes in,
/// bytes out.
class Socks5Handshake final
{
public:
    enum class State {
        Waiting, ///< for more bytes of the proxy
        Done,    ///< the next byte is the host's
        Failed,  ///< see problem()
    };

    /// @param host name (ACE) or address; @param user empty: none is offered.
    Socks5Handshake(QByteArray host, quint16 port, QByteArray user, QByteArray password);
    ~Socks5Handshake();
    Socks5Handshake(const Socks5Handshake &) = delete;
    Socks5Handshake &operator=(const Socks5Handshake &) = delete;

    /// What is to be sent now; each byte is given once. There may be some at the beginning and after each take().
    [[nodiscard]] QByteArray takeOutput();

    /// Uses up the bytes that belong to the handshake and returns how many. Nothing is left unless the state is Done or
    /// Failed.
    [[nodiscard]] qsizetype take(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// Why the proxy did not connect us: one clause.
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
    QByteArray m_answer; // as far as it came; 262 bytes at most
    QByteArray m_output;
    QString m_problem;
};

} // namespace lynceus

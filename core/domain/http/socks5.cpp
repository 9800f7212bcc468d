#include "core/domain/http/socks5.h"

#include "core/domain/base/secret.h"
#include "core/domain/http/ipaddress.h"

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr char kVersion = 5;
constexpr char kLoginVersion = 1;
constexpr char kNoLogin = 0;
constexpr char kUserAndPassword = 2;
constexpr char kConnect = 1;
constexpr char kIpv4Address = 1;
constexpr char kNameAddress = 3;
constexpr char kIpv6Address = 4;
constexpr qsizetype kLongest = 255; // bytes of a name, a user or a password: their length is one byte

QString reasonOf(uchar code)
{
    switch (code) {
    case 2:
        return u"the connection is not allowed by its rules"_s;
    case 3:
        return u"the network is unreachable"_s;
    case 4:
        return u"the host is unreachable"_s;
    case 5:
        return u"the connection was refused"_s;
    case 6:
        return u"the connection timed out"_s;
    default:
        return u"error %1"_s.arg(code);
    }
}

QByteArray bytesOf(std::initializer_list<char> bytes)
{
    return {bytes.begin(), static_cast<qsizetype>(bytes.size())};
}

/// Length and bytes.
QByteArray counted(const QByteArray &text)
{
    return QByteArray(1, static_cast<char>(text.size())) + text;
}

QByteArray addressOf(const QByteArray &host)
{
    const auto address = ipAddressBytes(QString::fromLatin1(host));
    if (address.isEmpty())
        return bytesOf({kNameAddress}) + counted(host);
    return bytesOf({address.size() == 4 ? kIpv4Address : kIpv6Address}) + address;
}

} // namespace

Socks5Handshake::Socks5Handshake(QByteArray host, quint16 port, QByteArray user, QByteArray password)
    : m_host(std::move(host))
    , m_port(port)
    , m_user(std::move(user))
    , m_password(std::move(password))
{
    if (m_host.isEmpty() || m_host.size() > kLongest || m_user.size() > kLongest || m_password.size() > kLongest) {
        fail(u"SOCKS5 supports host names, users and passwords of up to 255 bytes"_s);
        return;
    }
    m_output = m_user.isEmpty() ? bytesOf({kVersion, 1, kNoLogin}) : bytesOf({kVersion, 2, kNoLogin, kUserAndPassword});
}

Socks5Handshake::~Socks5Handshake()
{
    wipeBytes(m_password.data(), m_password.size());
}

QByteArray Socks5Handshake::takeOutput()
{
    return std::exchange(m_output, {});
}

qsizetype Socks5Handshake::take(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (m_state == State::Waiting) {
        const auto missing = wantedBytes() - m_answer.size();
        if (missing == 0) {
            takeAnswer();
            continue;
        }
        if (used == bytes.size())
            break;
        const auto more = qMin(missing, bytes.size() - used);
        m_answer.append(bytes.sliced(used, more));
        used += more;
    }
    return used;
}

/// Length of the whole answer, as far as known.
qsizetype Socks5Handshake::wantedBytes() const
{
    constexpr qsizetype kFixed = 4; // version, code, reserved, kind of address
    constexpr qsizetype kPort = 2;
    if (m_step != Step::Reply)
        return 2;
    if (m_answer.size() < kFixed + 1)
        return kFixed + 1;
    switch (m_answer[3]) {
    case kIpv4Address:
        return kFixed + 4 + kPort;
    case kIpv6Address:
        return kFixed + 16 + kPort;
    default:
        return kFixed + 1 + static_cast<uchar>(m_answer[4]) + kPort;
    }
}

void Socks5Handshake::takeAnswer()
{
    switch (m_step) {
    case Step::Method:
        takeMethod();
        break;
    case Step::Login:
        if (m_answer[1] != 0)
            fail(u"it rejected the user name and password"_s);
        else
            askForHost();
        break;
    case Step::Reply:
        takeReply();
        break;
    }
    m_answer.clear();
}

void Socks5Handshake::takeMethod()
{
    if (m_answer[0] != kVersion)
        return fail(u"it is not a SOCKS5 proxy"_s);
    if (m_answer[1] == kNoLogin)
        return askForHost();
    if (m_answer[1] != kUserAndPassword || m_user.isEmpty())
        return fail(m_user.isEmpty() ? u"it requires a user name and password"_s
                                     : u"it does not accept a user name and password"_s);
    m_step = Step::Login;
    m_output = QByteArray(1, kLoginVersion) + counted(m_user) + counted(m_password);
}

void Socks5Handshake::takeReply()
{
    if (m_answer[0] != kVersion)
        return fail(u"it is not a SOCKS5 proxy"_s);
    if (m_answer[1] != 0)
        return fail(reasonOf(static_cast<uchar>(m_answer[1])));
    m_state = State::Done;
}

void Socks5Handshake::askForHost()
{
    m_step = Step::Reply;
    m_output = bytesOf({kVersion, kConnect, 0}) + addressOf(m_host)
        + bytesOf({static_cast<char>(m_port >> 8), static_cast<char>(m_port & 0xff)});
}

void Socks5Handshake::fail(const QString &problem)
{
    m_state = State::Failed;
    m_problem = problem;
}

} // namespace lynceus

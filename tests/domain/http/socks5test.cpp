#include "core/domain/http/socks5.h"

#include <gtest/gtest.h>

namespace lynceus {

namespace {

using State = Socks5Handshake::State;

/// Passes the proxy's bytes one by one. @return what the handshake sent.
QByteArray exchange(Socks5Handshake &handshake, const QByteArray &answers)
{
    auto sent = handshake.takeOutput();
    for (const char byte : answers) {
        if (handshake.state() != State::Waiting)
            break;
        EXPECT_EQ(handshake.take(QByteArrayView(&byte, 1)), 1);
        sent += handshake.takeOutput();
    }
    return sent;
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

} // namespace

TEST(Socks5, ConnectsToANameResolvedByTheProxy)
{
    Socks5Handshake handshake("h.example", 443, {}, {});
    const auto sent = exchange(handshake, hex("0500 05000001 7f000001 1f90"));
    EXPECT_EQ(sent, hex("050100 05010003") + '\x09' + "h.example" + hex("01bb"));
    EXPECT_EQ(handshake.state(), State::Done);
}

TEST(Socks5, SendsAddressesAsAddresses)
{
    Socks5Handshake ipv4("10.1.2.3", 80, {}, {});
    EXPECT_EQ(exchange(ipv4, hex("0500")), hex("050100 05010001 0a010203 0050"));
    Socks5Handshake ipv6("2001:db8::1", 80, {}, {});
    EXPECT_EQ(exchange(ipv6, hex("0500")), hex("050100 05010004 20010db8000000000000000000000001 0050"));
}

TEST(Socks5, SendsUserAndPasswordOnlyOnRequest)
{
    Socks5Handshake asked("h", 1, "ada", "pw");
    EXPECT_EQ(exchange(asked, hex("0502 0100 05000003 02 6162 0000")),
              hex("05020002") + hex("01") + '\x03' + "ada" + '\x02' + "pw" + hex("05010003 01") + "h" + hex("0001"));
    EXPECT_EQ(asked.state(), State::Done);
    Socks5Handshake unrequested("h", 1, "ada", "pw");
    EXPECT_FALSE(exchange(unrequested, hex("0500")).contains("pw"));
}

TEST(Socks5, LeavesLaterBytesToTheHost)
{
    Socks5Handshake handshake("h", 1, {}, {});
    const auto bytes = hex("0500 05000004 00000000000000000000000000000001 0050") + "HTTP/1.1";
    EXPECT_EQ(handshake.take(bytes), bytes.size() - 8);
    EXPECT_EQ(handshake.state(), State::Done);
}

TEST(Socks5, ReportsErrors)
{
    struct Case
    {
        const char *answers;
        const char *says;
        QByteArray user = {};
    };
    for (const auto &c :
         {Case{"48545450", "is not a SOCKS5 proxy"}, Case{"05ff", "requires a user name and password"},
          Case{"0502", "requires a user name and password"}, Case{"05ff", "does not accept", "ada"},
          Case{"0502 0101", "rejected the user name and password", "ada"},
          Case{"0500 04000001 000000000000", "is not a SOCKS5 proxy"}, Case{"0500 05020001 000000000000", "rules"},
          Case{"0500 05040001 000000000000", "host is unreachable"}, Case{"0500 05050001 000000000000", "refused"},
          Case{"0500 05090001 000000000000", "error 9"}}) {
        Socks5Handshake handshake("h", 1, c.user, "pw");
        (void)exchange(handshake, hex(c.answers));
        EXPECT_EQ(handshake.state(), State::Failed) << c.answers;
        EXPECT_TRUE(handshake.problem().contains(QLatin1StringView(c.says))) << handshake.problem().toStdString();
    }
    Socks5Handshake tooLong(QByteArray(256, 'a'), 1, {}, {});
    EXPECT_EQ(tooLong.state(), State::Failed);
    EXPECT_TRUE(tooLong.takeOutput().isEmpty());
}

} // namespace lynceus

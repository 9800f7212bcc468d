#include "core/domain/http/ipaddress.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(IpAddress, ReadsIpv4)
{
    EXPECT_EQ(ipAddressBytes(u"10.1.2.255"_s).toHex(), "0a0102ff");
    for (const auto &text : {u""_s, u"10.1.2"_s, u"10.1.2.3.4"_s, u"10.1.2.256"_s, u"10.1.2.-1"_s, u"10.1.2. 3"_s,
                             u"10.1.2.0003"_s, u"10.1.2.a"_s, u"10..2.3"_s, u"h.example"_s})
        EXPECT_TRUE(ipAddressBytes(text).isEmpty()) << text.toStdString();
}

TEST(IpAddress, ReadsIpv6)
{
    EXPECT_EQ(ipAddressBytes(u"::"_s), QByteArray(16, '\0'));
    EXPECT_EQ(ipAddressBytes(u"::1"_s), QByteArray(15, '\0') + '\x01');
    EXPECT_EQ(ipAddressBytes(u"2001:DB8::8:800:200c:417a"_s).toHex(), "20010db80000000000080800200c417a");
    EXPECT_EQ(ipAddressBytes(u"1:2:3:4:5:6:7:8"_s).toHex(), "00010002000300040005000600070008");
    EXPECT_EQ(ipAddressBytes(u"1::"_s).toHex(), "00010000000000000000000000000000");
    EXPECT_EQ(ipAddressBytes(u"::ffff:10.1.2.3"_s).toHex(), "00000000000000000000ffff0a010203");
    for (const auto &text : {u":"_s, u":::"_s, u"1:2"_s, u"1::2::3"_s, u"1:2:3:4:5:6:7:8:9"_s, u"1:2:3:4::5:6:7:8"_s,
                             u"::12345"_s, u"::g"_s, u"[::1]"_s, u"::1%eth0"_s, u"10.1.2.3::"_s, u"::10.1.2"_s})
        EXPECT_TRUE(ipAddressBytes(text).isEmpty()) << text.toStdString();
}

TEST(IpAddress, ComparesPrefixes)
{
    const auto same = [](const QString &left, const QString &right, int bits) {
        return sameNetwork(ipAddressBytes(left), ipAddressBytes(right), bits);
    };
    EXPECT_TRUE(same(u"10.1.2.3"_s, u"10.200.0.0"_s, 8));
    EXPECT_FALSE(same(u"11.1.2.3"_s, u"10.0.0.0"_s, 8));
    EXPECT_TRUE(same(u"172.31.2.3"_s, u"172.16.0.0"_s, 12));
    EXPECT_FALSE(same(u"172.32.2.3"_s, u"172.16.0.0"_s, 12));
    EXPECT_TRUE(same(u"1.2.3.4"_s, u"5.6.7.8"_s, 0));
    EXPECT_TRUE(same(u"1.2.3.4"_s, u"1.2.3.4"_s, 32));
    EXPECT_FALSE(same(u"1.2.3.4"_s, u"1.2.3.4"_s, 33));
    EXPECT_FALSE(same(u"1.2.3.4"_s, u"1.2.3.4"_s, -1));
    EXPECT_TRUE(same(u"fd12::1"_s, u"fc00::"_s, 7));
    EXPECT_FALSE(same(u"fd12::1"_s, u"10.0.0.0"_s, 0));
}

} // namespace lynceus

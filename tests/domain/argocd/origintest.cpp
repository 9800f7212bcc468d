#include "core/domain/argocd/requests/origin.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    const char *left;
    const char *right;
    bool same;
};

class SameOrigin : public testing::TestWithParam<Pair>
{ };

TEST_P(SameOrigin, ComparesSchemeHostAndPort)
{
    const QUrl left(QString::fromUtf8(GetParam().left));
    const QUrl right(QString::fromUtf8(GetParam().right));
    EXPECT_EQ(sameOrigin(left, right), GetParam().same);
    EXPECT_EQ(sameOrigin(right, left), GetParam().same);
}

INSTANTIATE_TEST_SUITE_P(
    Urls, SameOrigin,
    testing::Values(
        // Path, query and user are not part of an origin.
        Pair{"https://h.example/a", "https://h.example/b?c=d#e", true},
        Pair{"https://user:secret@h.example", "https://h.example", true},
        // Default ports.
        Pair{"https://h.example", "https://h.example:443", true},
        Pair{"http://h.example:80", "http://h.example/", true},
        Pair{"https://h.example", "https://h.example:444", false},
        Pair{"https://h.example:80", "https://h.example", false},
        Pair{"http://h.example:443", "https://h.example", false},
        // Schemes.
        Pair{"http://h.example", "https://h.example", false}, Pair{"HTTPS://h.example", "https://h.example", true},
        Pair{"ftp://h.example", "ftp://h.example", false}, Pair{"file:///a", "file:///a", false},
        // Hosts.
        Pair{"https://H.Example", "https://h.example", true}, Pair{"https://h.example", "https://g.example", false},
        Pair{"https://h.example", "https://h.example.evil.example", false},
        Pair{"https://h.example", "https://a.h.example", false},
        Pair{"https://h.example@evil.example", "https://h.example", false},
        Pair{"https://h.example.", "https://h.example", true},
        Pair{"https://h.example.:443", "https://h.example", true},
        // Internationalized names.
        Pair{"https://b\xc3\xbc"
             "cher.example",
             "https://xn--bcher-kva.example", true},
        Pair{"https://B\xc3\x9c"
             "CHER.example",
             "https://xn--bcher-kva.example", true},
        Pair{"https://bucher.example", "https://xn--bcher-kva.example", false},
        // IP addresses.
        Pair{"https://[::1]", "https://[0:0:0:0:0:0:0:1]:443", true},
        Pair{"https://[2001:DB8::1]", "https://[2001:db8:0::1]", true},
        Pair{"https://[2001:db8::1]", "https://[2001:db8::2]", false},
        Pair{"https://127.0.0.1", "https://127.0.0.1:443", true}, Pair{"https://127.0.0.1", "https://localhost", false},
        Pair{"https://[::1]", "https://127.0.0.1", false},
        // A URL that is not the address of a server has no origin and equals nothing, not even itself.
        Pair{"", "", false}, Pair{"/a", "/a", false}, Pair{"https://", "https://", false},
        Pair{"https://h.example:0", "https://h.example:0", false}));

TEST(Origin, IsNormalized)
{
    EXPECT_EQ(originOf(QUrl(u"https://H.Example./a?b"_s)), (Origin{u"https"_s, u"h.example"_s, 443}));
    EXPECT_EQ(originOf(QUrl(u"http://[0::1]:8080"_s)), (Origin{u"http"_s, u"::1"_s, 8080}));
    EXPECT_EQ(originOf(QUrl(u"https://b\u00fccher.example"_s)), (Origin{u"https"_s, u"xn--bcher-kva.example"_s, 443}));
    EXPECT_EQ(originOf(QUrl(u"mailto:a@h.example"_s)), std::nullopt);
}

} // namespace

} // namespace lynceus

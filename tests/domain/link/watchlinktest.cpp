#include "core/domain/link/watchlink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace lynceus {

namespace {

std::vector<Instance> known()
{
    Instance staging;
    staging.id = u"i1"_s;
    staging.name = u"Staging"_s;
    staging.baseUrl = QUrl(u"https://argocd.example.org/base"_s);
    return {staging};
}

std::string refusal(const QString &text)
{
    const auto link = parseWatchLink(text, known());
    return link ? "accepted" : link.error().message.toStdString();
}

} // namespace

TEST(WatchLink, ContainsAllDialogFields)
{
    const auto link =
        parseWatchLink(u"lynceus://watch?app=shop-web&namespace=argocd&instance=staging&image=ghcr.io/acme/"
                       "shop-web:1.5.0&image=redis:7&timeout=20m&bake=5m&release=shop%202.1&note=see%20%2342"_s,
                       known());
    ASSERT_TRUE(link) << link.error().message.toStdString();
    EXPECT_EQ(link->instance, u"i1"_s);
    EXPECT_EQ(link->nameSpace, u"argocd"_s);
    EXPECT_EQ(link->application, u"shop-web"_s);
    ASSERT_EQ(link->images.size(), 2U);
    EXPECT_EQ(link->images[1].tag, u"7"_s);
    EXPECT_EQ(link->timeout, Duration(20min));
    EXPECT_EQ(link->bake, Duration(5min));
    EXPECT_EQ(link->release, u"shop 2.1"_s);
    EXPECT_EQ(link->note, u"see #42"_s);
}

TEST(WatchLink, RoundTrips)
{
    WatchLink link{.instance = u"i1"_s,
                   .nameSpace = u"argocd"_s,
                   .application = u"shop-web"_s,
                   .images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0"), *parseImageReference(u"redis:7")},
                   .timeout = 20min,
                   .bake = 90s,
                   .release = u"shop 2.1 & more + ümläut"_s,
                   .note = u"see #42=x%20"_s};
    const auto address = known().front().baseUrl;
    const auto text = watchLinkText(link, address);
    EXPECT_TRUE(isLink(text));
    for (const auto letter : text)
        EXPECT_TRUE(letter.unicode() < 0x7f && !letter.isSpace()) << text.toStdString();
    const auto read = parseWatchLink(text, known());
    ASSERT_TRUE(read) << read.error().message.toStdString();
    EXPECT_EQ(*read, link);
    link.note = u"two\nlines "_s + QString(300, u'x');
    const auto shortened = parseWatchLink(watchLinkText(link, address), known());
    ASSERT_TRUE(shortened) << "fields that a link must not contain are omitted";
    EXPECT_TRUE(shortened->note.startsWith(u"two lines xxx"_s));
    EXPECT_EQ(shortened->note.size(), 200);
    EXPECT_EQ(watchLinkText({.application = u"a"_s}, {}), u"lynceus://watch?app=a"_s);
    EXPECT_THAT(watchLinkText({.application = u"a"_s}, QUrl(u"https://me:secret@argocd.example.org/"_s)).toStdString(),
                Not(HasSubstr("secret")));
}

TEST(WatchLink, ImageOrApplicationAloneIsSufficient)
{
    EXPECT_TRUE(parseWatchLink(u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0"_s, {}));
    EXPECT_TRUE(parseWatchLink(u"lynceus://watch/?app=shop-web"_s, {})) << "browsers add a slash";
    EXPECT_TRUE(parseWatchLink(u"LYNCEUS://WATCH?app=shop-web"_s, {}));
}

TEST(WatchLink, OnlyKnownInstancesAreAccepted)
{
    EXPECT_EQ(parseWatchLink(u"lynceus://watch?app=a&instance=https://argocd.example.org/base"_s, known())->instance,
              u"i1"_s);
    EXPECT_THAT(refusal(u"lynceus://watch?app=a&instance=prod"_s), HasSubstr("'prod' is not configured"));
    EXPECT_THAT(refusal(u"lynceus://watch?app=a&instance=https://evil.example"_s), HasSubstr("is not configured"));
    EXPECT_THAT(refusal(u"lynceus://watch?app=a&instance="_s), HasSubstr("is not configured"));
}

TEST(WatchLink, ReportsErrors)
{
    const QString base = u"lynceus://watch?app=a&"_s;
    EXPECT_THAT(refusal(base + u"imege=redis:7"_s), HasSubstr("'imege' is not a known parameter; did you mean image?"));
    EXPECT_THAT(refusal(base + u"timeout=5"_s), HasSubstr("timeout: "));
    EXPECT_THAT(refusal(base + u"timeout=30d"_s), HasSubstr("longer than a week"));
    EXPECT_THAT(refusal(base + u"image=UPPER:1"_s), HasSubstr("image: "));
    EXPECT_THAT(refusal(base + u"app=b"_s), HasSubstr("app occurs twice"));
    EXPECT_THAT(refusal(base + u"note=a%00b"_s), HasSubstr("note is longer than 200 characters or contains"));
    EXPECT_THAT(refusal(base + u"note=a%0Ab"_s), HasSubstr("note is longer"));
    EXPECT_THAT(refusal(base + u"note="_s + QString(201, u'x')), HasSubstr("note is longer"));
    EXPECT_THAT(refusal(u"lynceus://watch?app=../../etc"_s), HasSubstr("app '../../etc' is not a valid name"));
    EXPECT_THAT(refusal(u"lynceus://watch?note=hi"_s), HasSubstr("neither an application nor an image"));
    EXPECT_THAT(refusal(base + QString(5'000, u'x')), HasSubstr("longer than 4096"));
}

TEST(WatchLink, AcceptsOnlyWatchLinks)
{
    for (const auto &text :
         {u""_s, u"lynceus:"_s, u"lynceus:watch?app=a"_s, u"lynceus://delete?app=a"_s, u"lynceus://watch/now?app=a"_s,
          u"lynceus://user:secret@watch?app=a"_s, u"lynceus://watch:80?app=a"_s, u"lynceus://watch?app=a#b"_s,
          u"https://watch?app=a"_s, u"lynceus://watch"_s})
        EXPECT_THAT(refusal(text), HasSubstr("lynceus://watch?app=NAME")) << text.toStdString();
    EXPECT_THAT(refusal(u"lynceus://user:secret@watch?app=a"_s), Not(HasSubstr("secret")));
    EXPECT_TRUE(isLink(u"Lynceus://anything"_s));
    EXPECT_FALSE(isLink(u"--lynceus:"_s));
    EXPECT_FALSE(isLink(u"lynceusx://"_s));
}

} // namespace lynceus

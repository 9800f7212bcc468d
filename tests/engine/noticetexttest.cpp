#include "core/engine/text/noticetext.h"

#include "core/domain/text/visibletext.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const QHash<QString, QString> kNames{{u"i1"_s, u"staging"_s}};

WatchRecord watchOf(const QString &name, Outcome outcome = Outcome::Waiting)
{
    WatchRecord watch;
    watch.id = name;
    watch.request.application = {u"i1"_s, u"argocd"_s, name};
    watch.request.images = {*parseImageReference(u"ghcr.io/acme/"_s + name + u":1.5.0"_s)};
    watch.expectation.application = watch.request.application;
    watch.expectation.images = watch.request.images;
    watch.verdict.outcome = outcome;
    return watch;
}

Notice noticeOf(NoticeKind kind, std::vector<WatchRecord> watches)
{
    Notice notice;
    notice.kind = kind;
    notice.watches = std::move(watches);
    return notice;
}

InstanceNews instance(const QString &name, InstanceNews::State state = InstanceNews::State::Unreachable)
{
    return {name, name, state, u"GET /api/v1/applications: connection refused"_s};
}

} // namespace

TEST(NoticeText, NamesAWatchWithVersionAndInstance)
{
    const auto text = textOf(noticeOf(NoticeKind::Deployed, {watchOf(u"shop-web"_s, Outcome::Deployed)}), kNames);
    EXPECT_EQ(text.title, u"shop-web 1.5.0 is deployed on staging"_s);
    EXPECT_EQ(text.body, u"shop-web runs ghcr.io/acme/shop-web:1.5.0."_s);
}

TEST(NoticeText, EveryKindHasItsOwnText)
{
    QSet<QString> titles;
    QSet<QString> kinds;
    for (std::size_t i = 0; i < kNoticeKindCount; ++i) {
        const auto kind = static_cast<NoticeKind>(i);
        kinds.insert(kindText(kind));
        auto notice = noticeOf(kind, {});
        if (kind == NoticeKind::Unreachable || kind == NoticeKind::Back)
            notice.instances = {instance(u"prod"_s)};
        else
            notice.watches = {watchOf(u"shop-web"_s)};
        titles.insert(textOf(notice, kNames).title);
    }
    EXPECT_EQ(titles.size(), static_cast<qsizetype>(kNoticeKindCount));
    EXPECT_EQ(kinds.size(), static_cast<qsizetype>(kNoticeKindCount));
    EXPECT_FALSE(titles.contains(QString()));
}

TEST(NoticeText, ReleaseCountsAndNamesFailures)
{
    auto notice = noticeOf(NoticeKind::Failed,
                           {watchOf(u"a"_s, Outcome::Deployed), watchOf(u"b"_s, Outcome::Failed),
                            watchOf(u"c"_s, Outcome::Deployed), watchOf(u"d"_s, Outcome::TimedOut)});
    notice.release = u"shop 2.1"_s;
    EXPECT_EQ(textOf(notice, kNames),
              (NoticeText{u"Release shop 2.1: 1 failed, 1 timed out, 2 deployed"_s, u"b 1.5.0, d 1.5.0"_s}));
    notice.kind = NoticeKind::Started;
    EXPECT_EQ(textOf(notice, kNames).title, u"Watching release shop 2.1"_s);
}

TEST(NoticeText, CountsManyAndNamesSome)
{
    std::vector<WatchRecord> watches;
    for (int i = 0; i < 20; ++i)
        watches.push_back(watchOf(u"w%1"_s.arg(i), i < 3 ? Outcome::Failed : Outcome::Deployed));
    auto notice = noticeOf(NoticeKind::Failed, watches);
    notice.merged = true;
    const auto text = textOf(notice, kNames);
    EXPECT_EQ(text.title, u"3 failed, 17 deployed"_s);
    EXPECT_EQ(text.body, u"w0 1.5.0, w1 1.5.0, w2 1.5.0, w3 1.5.0, w4 1.5.0, w5 1.5.0, w6 1.5.0 and 13 more"_s);
}

TEST(NoticeText, NamesEachOfManyFailures)
{
    std::vector<WatchRecord> watches;
    for (int i = 0; i < 20; ++i)
        watches.push_back(watchOf(u"w%1"_s.arg(i), i < 12 ? Outcome::Failed : Outcome::Deployed));
    auto notice = noticeOf(NoticeKind::Failed, watches);
    notice.merged = true;
    const auto body = textOf(notice, kNames).body;
    for (int i = 0; i < 12; ++i)
        EXPECT_TRUE(body.contains(u"w%1 1.5.0"_s.arg(i))) << i << ' ' << body.toStdString();
    for (int i = 20; i < 400; ++i)
        notice.watches.push_back(watchOf(u"w%1"_s.arg(i), Outcome::Failed));
    const auto most = textOf(notice, kNames).body;
    EXPECT_LE(most.size(), 1000) << "applications beyond the banner's limit are counted";
    EXPECT_TRUE(most.contains(u" more, "_s)) << most.toStdString();
}

TEST(NoticeText, InstancesAreNamedWithTheError)
{
    auto notice = noticeOf(NoticeKind::Unreachable, {});
    notice.instances = {instance(u"prod"_s)};
    EXPECT_EQ(textOf(notice, kNames),
              (NoticeText{u"prod is unreachable"_s, u"GET /api/v1/applications: connection refused"_s}));
    notice.instances.push_back(instance(u"test"_s));
    EXPECT_EQ(textOf(notice, kNames), (NoticeText{u"2 instances are unreachable"_s, u"prod, test"_s}));
    notice.kind = NoticeKind::Back;
    EXPECT_EQ(textOf(notice, kNames).title, u"2 instances are reachable again"_s);
}

TEST(NoticeText, ForeignTextIsOneLineWithoutControlSequences)
{
    auto watch = watchOf(u"web"_s, Outcome::Failed);
    watch.request.application.name = u"web\x1b[31m\u202e\u200b\u009b\nDeployed"_s;
    watch.expectation.application = watch.request.application;
    watch.verdict.cause = Cause{};
    watch.verdict.cause->message = u"a\x1b]0;t\x07\u2066\u2028b\r\nc"_s + QString(5000, u'x');
    const QHash<QString, QString> names{{u"i1"_s, u"stag\u202eing\x07"_s}};
    const auto text = textOf(noticeOf(NoticeKind::Failed, {watch}), names);
    const auto copied = causeToCopy(watch, names);
    for (const auto &line : {text.title, copied}) {
        for (const auto c : line.toUcs4())
            EXPECT_FALSE(isHidden(c)) << std::hex << c;
    }
    for (const auto c : text.body.toUcs4())
        EXPECT_TRUE(c == '\n' || !isHidden(c)) << std::hex << c;
    EXPECT_LE(text.title.size(), 200);
    EXPECT_LE(text.body.size(), 1000);
}

TEST(NoticeText, CopiedCauseIsSelfContained)
{
    auto watch = watchOf(u"shop-web"_s, Outcome::Failed);
    watch.verdict.cause = Cause{};
    watch.verdict.cause->kind = Cause::Kind::ImagePull;
    watch.verdict.cause->resource = {{}, u"Pod"_s, u"shop"_s, u"shop-web-1"_s};
    watch.verdict.cause->message = u"not found"_s;
    EXPECT_EQ(causeToCopy(watch, kNames),
              u"shop-web 1.5.0 (staging): Pod shop-web-1 cannot pull "
              "ghcr.io/acme/shop-web:1.5.0 (not found)."_s);
}

} // namespace lynceus

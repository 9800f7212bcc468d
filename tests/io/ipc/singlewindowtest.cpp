#include "core/io/ipc/singlewindow.h"

#include "tests/support/waiting.h"

#include <QCborArray>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using testing::ElementsAre;

namespace lynceus {

namespace {

/// One start of the program.
struct Start
{
    explicit Start(const OwnerPlace &place)
        : window(place)
    {
        QObject::connect(&window, &SingleWindow::first, &window, [this] { reported.append(u"first"_s); });
        QObject::connect(&window, &SingleWindow::handedOver, &window, [this] { reported.append(u"handed over"_s); });
        QObject::connect(&window, &SingleWindow::failed, &window,
                         [this](const Error &error) { reported.append(u"failed: "_s + error.message); });
        QObject::connect(&window, &SingleWindow::called, &window,
                         [this](const WindowCall &call) { calls.push_back(call); });
    }
    [[nodiscard]] bool settles()
    {
        return test::waitUntil([this] { return !reported.isEmpty(); });
    }

    SingleWindow window;
    QStringList reported;
    std::vector<WindowCall> calls;
};

class SingleWindowTest : public testing::Test
{
protected:
    void SetUp() override { place = ownerPlaceIn(folder.filePath(u"w"_s)).value(); }

    QTemporaryDir folder;
    OwnerPlace place;
};

} // namespace

TEST_F(SingleWindowTest, SecondStartPassesItsArgumentsToTheFirst)
{
    Start one(place);
    one.window.start({});
    ASSERT_TRUE(one.settles());
    EXPECT_THAT(one.reported, ElementsAre(u"first"_s));
    EXPECT_EQ(QFileInfo(place.socket).permissions()
                  & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
              0)
        << "no access for other users";
    const WindowCall call{{u"lynceus://watch?app=shop-web"_s, u"ünïcode"_s}, u"token-1"_s};
    Start two(place);
    two.window.start(call);
    ASSERT_TRUE(two.settles());
    EXPECT_THAT(two.reported, ElementsAre(u"handed over"_s));
    EXPECT_THAT(one.calls, ElementsAre(call));
}

TEST_F(SingleWindowTest, NextWindowIsTheFirstAfterTheFirstEnded)
{
    {
        Start one(place);
        one.window.start({});
        ASSERT_TRUE(one.settles());
    }
    Start two(place);
    two.window.start({});
    ASSERT_TRUE(two.settles());
    EXPECT_THAT(two.reported, ElementsAre(u"first"_s));
}

TEST_F(SingleWindowTest, StaleSocketIsNotAWindow)
{
    QFile left(place.socket);
    ASSERT_TRUE(left.open(QIODevice::WriteOnly));
    left.close();
    Start one(place);
    one.window.start({});
    ASSERT_TRUE(one.settles());
    EXPECT_THAT(one.reported, ElementsAre(u"first"_s));
}

TEST_F(SingleWindowTest, WaitsForAStartingFirstWindow)
{
    OwnerLock starting(place);
    ASSERT_TRUE(starting.tryLock().value());
    Start two(place);
    two.window.start({{u"x"_s}, {}});
    test::drainEvents();
    EXPECT_TRUE(two.reported.isEmpty());
    starting.release(); // the first start gave up: the waiting one takes over
    ASSERT_TRUE(two.settles());
    EXPECT_THAT(two.reported, ElementsAre(u"first"_s));
}

TEST_F(SingleWindowTest, ConcurrentStartsOpenOneWindow)
{
    std::vector<std::unique_ptr<Start>> starts;
    for (int i = 0; i < 5; ++i)
        starts.push_back(std::make_unique<Start>(place));
    for (std::size_t i = 0; i < starts.size(); ++i)
        starts[i]->window.start({{QString::number(i)}, {}});
    int first = 0;
    std::size_t calls = 0;
    for (const auto &start : starts)
        ASSERT_TRUE(start->settles());
    for (const auto &start : starts) {
        first += start->reported == QStringList{u"first"_s} ? 1 : 0;
        calls += start->calls.size();
    }
    EXPECT_EQ(first, 1);
    EXPECT_EQ(calls, 4U);
}

TEST_F(SingleWindowTest, InvalidCallIsRejectedAndTheWindowStays)
{
    Start one(place);
    one.window.start({});
    ASSERT_TRUE(one.settles());
    OwnerClient stranger(place);
    std::vector<Error::Kind> answers;
    const auto keep = [&answers](const Result<QCborMap> &answer) {
        answers.push_back(answer ? Error::Kind::Cancelled : answer.error().kind);
    };
    stranger.ask(u"delete-everything"_s, {}, &one.window, keep);
    stranger.ask(u"open-window"_s, {{u"arguments"_s, QCborArray{QString(10'000, u'x')}}}, &one.window, keep);
    ASSERT_TRUE(test::waitUntil([&answers] { return answers.size() == 2; }));
    EXPECT_THAT(answers, ElementsAre(Error::Kind::BadInput, Error::Kind::BadInput));
    EXPECT_TRUE(one.calls.empty());
}

} // namespace lynceus

#include "app/serve/pages/taskpages.h"

#include "app/serve/pages/pagehtml.h"
#include "core/domain/watch/watchrequests.h"
#include "tests/support/fakeclock.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QString kId = u"00000000-0000-4000-8000-000000000001"_s;
const QString kHostile = u"</td><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;\u202e\u0001"_s;

class TaskPagesTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_config.database.file = m_folder.filePath(u"tasks.db"_s);
        m_config.instances.push_back({u"prod"_s, QUrl(u"https://argocd.acme.example"_s), {}, {}, {}});
        m_store = TaskStore::open(m_config.database, m_clock).value();
        m_pages = std::make_unique<TaskPages>(m_config.instances);
    }

    /// Adds a task with @p text in every text field.
    void add(const QString &id, const QString &text)
    {
        StoredTask stored;
        stored.task = {.id = id,
                       .instance = u"prod"_s,
                       .app = text,
                       .author = text,
                       .project = text,
                       .images = {{text, text}},
                       .revision = text,
                       .chartVersion = text,
                       .state = TaskState::Failed,
                       .reason = text,
                       .created = m_clock.now(),
                       .updated = m_clock.now()};
        WatchRequest request;
        request.application = {u"prod"_s, text, text};
        stored.watch.record = beginningOf(request, id, m_clock.now());
        auto &verdict = stored.watch.record.verdict;
        verdict.outcome = Outcome::Failed;
        verdict.stage = Stage::Rolling;
        const ResourceKey key{text, text, text, text};
        verdict.cause = Cause{Cause::Kind::ImagePull, key, text, text};
        verdict.blocker = Blocker{Blocker::Kind::SyncWindow, key, text, {}};
        verdict.notes = {{Note::Kind::OtherTag, key, text}};
        verdict.evidence.workloads = {{key, {text}, {}, {}}};
        verdict.evidence.pods = {{text, {text}, {}, text}};
        stored.watch.timeline = {{m_clock.now(), TimelineEntry::Kind::Resource, key, text, {text}}};
        ASSERT_TRUE(m_store->add(stored, u"me"_s, Duration{15'000}, [](const StoredTask &) { return std::nullopt; }));
    }

    [[nodiscard]] HttpReply list(const QByteArray &target) const
    {
        HttpRequest request;
        request.target = target;
        return m_pages->list(*m_store, request);
    }

    /// Texts must not add elements or attributes to those in the program's source.
    static void expectHarmless(const HttpReply &reply)
    {
        const auto html = QString::fromUtf8(reply.body);
        EXPECT_FALSE(html.contains(QChar(u'\u202e')) || html.contains(QChar(u'\u0001')));
        static const QRegularExpression kTag(u"<[^>]*>"_s);
        for (auto tags = kTag.globalMatch(html); tags.hasNext();) {
            const auto tag = tags.next().captured();
            EXPECT_FALSE(tag.startsWith("<img"_L1) || tag.contains("style="_L1)) << tag.toStdString();
            static const QRegularExpression kAttributes(uR"(^</?!?[a-z0-9]+( [a-z-]+(="[^"<>]*")?)*>$)"_s);
            EXPECT_TRUE(kAttributes.match(tag).hasMatch()) << tag.toStdString();
        }
        EXPECT_EQ(html.count("<script"_L1), 1);
        EXPECT_TRUE(html.contains("<script src=\"/live.js\" defer></script>"_L1));
    }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    ServeConfig m_config;
    std::unique_ptr<TaskStore> m_store;
    std::unique_ptr<TaskPages> m_pages;
};

} // namespace

TEST_F(TaskPagesTest, HostileTextIsEscaped)
{
    add(kId, kHostile);
    const auto page = m_pages->task(*m_store, kId);
    EXPECT_EQ(page.status, 200);
    expectHarmless(page);
    EXPECT_GT(page.body.count("&lt;script&gt;alert(1)"), 10);
    const auto tasks = list("/");
    expectHarmless(tasks);
    EXPECT_GT(tasks.body.count("&lt;script&gt;alert(1)"), 3);
    const auto filtered =
        list("/?app=" + QUrl::toPercentEncoding(kHostile) + "&project=%22%3E%3Cscript%3E&state=%3Cb%3E&page=-9");
    expectHarmless(filtered);
    EXPECT_TRUE(filtered.body.contains("No tasks match."));
    expectHarmless(m_pages->task(*m_store, kHostile));
}

TEST_F(TaskPagesTest, PageAllowsNoExternalContent)
{
    add(kId, u"shop-web"_s);
    for (const auto &reply : {list("/"), m_pages->task(*m_store, kId), m_pages->task(*m_store, u"x"_s)}) {
        const auto policy = reply.headers.value("Content-Security-Policy");
        EXPECT_TRUE(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"));
        EXPECT_FALSE(policy.contains("unsafe"));
        EXPECT_EQ(reply.contentType, "text/html; charset=utf-8");
    }
    EXPECT_EQ(m_pages->task(*m_store, u"x"_s).status, 404);
    EXPECT_EQ(m_pages->task(*m_store, u"00000000-0000-4000-8000-00000000000f"_s).status, 404);
    EXPECT_TRUE(TaskPages::asset(u"style.css"_s).body.contains("prefers-color-scheme: dark"));
    EXPECT_FALSE(TaskPages::asset(u"style.css"_s).body.contains("url("));
    EXPECT_TRUE(TaskPages::asset(u"live.js"_s).body.contains("EventSource"));
    EXPECT_TRUE(TaskPages::asset(u"live.js"_s).body.contains("'visibilitychange'"));
}

TEST_F(TaskPagesTest, LinksStayBelowThePathOfTheServer)
{
    for (int i = 0; i < 60; ++i)
        add(u"00000000-0000-4000-8000-0000000001%1"_s.arg(10 + i), u"web"_s);
    m_pages = std::make_unique<TaskPages>(m_config.instances, u"/lynceus"_s);
    const HttpReply pages[] = {list("/?page=1"), m_pages->task(*m_store, u"00000000-0000-4000-8000-000000000110"_s),
                               m_pages->task(*m_store, kId), m_pages->unavailable()};
    EXPECT_EQ(pages[0].status, 200);
    EXPECT_EQ(pages[1].status, 200);
    static const QRegularExpression kAddress(u"(?:href|src|action|data-events)=\"(/[^\"]*)\""_s);
    for (const auto &page : pages) {
        auto addresses = kAddress.globalMatch(QString::fromUtf8(page.body));
        EXPECT_TRUE(addresses.hasNext());
        while (addresses.hasNext()) {
            const auto address = addresses.next().captured(1);
            EXPECT_TRUE(address.startsWith("/lynceus/"_L1)) << address.toStdString();
        }
    }
    EXPECT_TRUE(pages[0].body.contains("<a rel=\"next\" href=\"/lynceus/?page=2\">")) << pages[0].body.constData();
    EXPECT_TRUE(pages[0].body.contains("<a href=\"/lynceus/task/00000000-"));
}

TEST_F(TaskPagesTest, ListsTheNewestFirstByPageAndFilter)
{
    for (int i = 1; i <= 51; ++i) {
        add(u"00000000-0000-4000-8000-%1"_s.arg(i, 12, 10, QChar(u'0')), u"app-%1"_s.arg(i));
        m_clock.advance(Duration{1'000});
    }
    const auto first = list("/?state=failed");
    EXPECT_LT(first.body.indexOf(">app-51</a>"), first.body.indexOf(">app-2</a>"));
    EXPECT_FALSE(first.body.contains(">app-1</a>"));
    EXPECT_TRUE(first.body.contains("href=\"/?state=failed&amp;page=2\""));
    EXPECT_TRUE(list("/?page=2").body.contains(">app-1</a>"));
    const auto one = list("/?app=app-7&project=app-7");
    EXPECT_TRUE(one.body.contains("<p class=\"muted\">Tasks: 1</p>"));
    EXPECT_TRUE(one.body.contains("data-events=\"/api/v1/events?app=app-7&amp;project=app-7&amp;after=51\""));
    EXPECT_TRUE(list("/?state=deployed").body.contains("No tasks match."));
}

TEST_F(TaskPagesTest, TaskShowsItsExplanation)
{
    add(kId, u"shop-web"_s);
    const auto page = m_pages->task(*m_store, kId).body;
    for (const auto *part :
         {"<h1>shop-web</h1>", "class=\"state failed\"", "<h2>Stages</h2>", "aria-current=\"step\">rolling",
          "<h2>Evidence</h2>", "<h2>Pods</h2>", "<h2>Timeline</h2>", "class=\"notice cause\"",
          "href=\"https://argocd.acme.example/applications/shop-web/shop-web\""})
        EXPECT_TRUE(page.contains(part)) << part;
}

} // namespace lynceus::test

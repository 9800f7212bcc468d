#include "tests/gui/detail/tabsscene.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;
using ::testing::HasSubstr;

TEST_F(DetailTabsTest, ShowsTheDiffFromLiveToTarget)
{
    select(u"shop-api Deployment"_s);
    m_pane.openTab(DetailPane::Tab::Manifest);
    auto *text = named<QPlainTextEdit>(u"manifest"_s);
    ASSERT_TRUE(waitUntil([text] { return text->blockCount() > 5; }));
    const auto shown = text->toPlainText().toStdString();
    EXPECT_THAT(shown, HasSubstr("\n-         image: ghcr.io/acme/shop-api:2.0.0\n+           value: debug\n"));
    EXPECT_THAT(shown, HasSubstr("\n+         image: ghcr.io/acme/shop-api:2.1.0\n"));
    EXPECT_THAT(shown, HasSubstr("\n    replicas: 3\n"));
    EXPECT_THAT(shown, testing::Not(HasSubstr("managedFields")));
    EXPECT_THAT(shown, testing::Not(HasSubstr("readyReplicas")));
    EXPECT_EQ(named<QLabel>(u"manifestHeading"_s)->text(),
              u"Deployment shop-api: 2 differences from live (−) to git (+)."_s);
    text->setFocus();
    QTest::keyClick(text, Qt::Key_F8);
    EXPECT_THAT(text->textCursor().block().text().toStdString(), testing::StartsWith("-"));
    auto *whole = named<QCheckBox>(u"wholeManifest"_s);
    whole->setFocus();
    QTest::keyClick(whole, Qt::Key_Space);
    EXPECT_THAT(text->toPlainText().toStdString(), HasSubstr("readyReplicas"));
}

TEST_F(DetailTabsTest, UsesArgoCdsNormalizedDiff)
{
    auto &manifests = m_scene.answers().manifests[DetailScene::deployment()];
    manifests->normalizedLive = uR"({"spec":{"replicas":3,"strategy":{"type":"RollingUpdate"}}})"_s;
    manifests->predictedLive = uR"({"spec":{"replicas":4,"strategy":{"type":"RollingUpdate"}}})"_s;
    select(u"shop-api Deployment"_s);
    m_pane.openTab(DetailPane::Tab::Manifest);
    auto *text = named<QPlainTextEdit>(u"manifest"_s);
    EXPECT_TRUE(waitUntil([text] { return text->blockCount() > 4; }));
    EXPECT_EQ(text->toPlainText().toStdString(),
              "  spec:\n-   replicas: 3\n+   replicas: 4\n    strategy:\n      type: RollingUpdate");
}

TEST_F(DetailTabsTest, AlignsBothSidesOfTheDiff)
{
    select(u"shop-api Deployment"_s);
    m_pane.openTab(DetailPane::Tab::Manifest);
    auto *sides = named<QAbstractButton>(u"sideBySide"_s);
    ASSERT_TRUE(waitUntil([sides] { return sides->isVisible(); }));
    sides->setFocus();
    QTest::keyClick(sides, Qt::Key_Space);
    auto *live = named<QPlainTextEdit>(u"liveManifest"_s);
    auto *desired = named<QPlainTextEdit>(u"desiredManifest"_s);
    EXPECT_EQ(live->blockCount(), desired->blockCount());
    const auto lineOf = [](QPlainTextEdit *text, const QString &words) {
        return text->document()->find(words).blockNumber();
    };
    EXPECT_GT(lineOf(live, u"name: app"_s), 0);
    EXPECT_EQ(lineOf(live, u"name: app"_s), lineOf(desired, u"name: app"_s));
    EXPECT_EQ(lineOf(live, u"image:"_s), lineOf(desired, u"image:"_s));
}

TEST_F(DetailTabsTest, ExplainsMissingAndUnreadableManifests)
{
    m_pane.openTab(DetailPane::Tab::Manifest);
    const auto says = [this](const std::string &words) {
        return waitUntil([&] {
            for (auto *label : m_pane.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().toStdString().find(words) != std::string::npos)
                    return true;
            }
            return false;
        });
    };
    EXPECT_TRUE(says("has no manifest"));
    m_scene.answers().manifests[keyOf(u"Service"_s, u"shop-api"_s)] =
        tl::unexpected(Error{.kind = Error::Kind::Server, .message = u"the server is busy"_s});
    select(u"shop-api Service"_s);
    EXPECT_TRUE(says("could not be loaded: the server is busy"));
    m_scene.answers().manifests[keyOf(u"ConfigMap"_s, u"shop-api"_s)] = Manifests{u"{\"kind\":\"ConfigMap\"}"_s, {}};
    select(u"shop-api ConfigMap"_s);
    EXPECT_TRUE(says("It is not in git"));
}

TEST_F(DetailTabsTest, HookManifestIsMarkedAsHook)
{
    m_scene.answers().manifests[keyOf(u"Job"_s, u"shop-api-migrate"_s)] = Manifests{
        uR"({"kind":"Job","metadata":{"annotations":{"argocd.argoproj.io/hook":"PreSync"},"name":"shop-api-migrate"}})"_s,
        {}};
    select(u"shop-api-migrate Job"_s);
    m_pane.openTab(DetailPane::Tab::Manifest);
    auto *heading = named<QLabel>(u"manifestHeading"_s);
    EXPECT_TRUE(waitUntil([heading] { return heading->text().contains(u"It is a hook (PreSync)"_s); }))
        << heading->text().toStdString();
    EXPECT_FALSE(heading->text().contains(u"something other than Argo CD"_s));
}

TEST(ManifestLines, EqualLinesAreAligned)
{
    const auto sides = sidesOf(u"a\nb\nc\n"_s, u"a\nx\ny\nc\nd\n"_s);
    const auto pictureOf = [](const std::vector<ManifestLine> &lines) {
        std::string text;
        for (const auto &line : lines) {
            constexpr std::string_view kSigns = "=-+.";
            text += kSigns[std::size_t(line.kind)] + line.text.toStdString() + ' ';
        }
        return text;
    };
    EXPECT_EQ(pictureOf(sides.live), "=a -b . =c . ");
    EXPECT_EQ(pictureOf(sides.desired), "=a +x +y =c +d ");
    EXPECT_EQ(pictureOf(differenceOf(u"a\nb\nc\n"_s, u"a\nx\ny\nc\nd\n"_s)), "=a -b +x +y =c +d ");
    EXPECT_EQ(changesIn(differenceOf(u"a\nb\nc\n"_s, u"a\nx\ny\nc\nd\n"_s)), (std::vector{1, 5}));
}

} // namespace lynceus::test

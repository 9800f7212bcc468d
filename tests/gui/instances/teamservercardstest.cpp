#include "app/gui/instances/teamservertext.h"
#include "tests/gui/instances/instancesscene.h"
#include "tests/gui/teamservermaker.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

TeamServerFindings findings(bool needsToken)
{
    TeamServerFindings found;
    found.kind = TeamServerKind::ArgoWatcher;
    found.version = u"0.15.0"_s;
    if (needsToken)
        found.reading = tl::unexpected(Error{Error::Kind::SignInNeeded, {}, u"no credential"_s, false, 401});
    return found;
}

} // namespace

TEST_F(InstancesPageTest, TeamServerIsRecognisedAndAddedWithItsToken)
{
    const QUrl url(u"https://build.acme.example"_s);
    engine.putProbe(url, tl::unexpected(Error{.kind = Error::Kind::NotArgoCd, .message = u"a web page"_s}));
    engine.putFindings(url, findings(true));
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    ASSERT_NE(adding, nullptr);
    auto *address = adding->findChild<QLineEdit *>();
    QTest::keyClicks(address, u"build.acme.example"_s);
    QTest::keyClick(address, Qt::Key_Return);
    auto *add = button(adding, u"Add"_s);
    ASSERT_TRUE(test::waitUntil([add] { return add->isEnabled(); }));
    EXPECT_EQ(adding->findChild<Banner *>()->sentence(),
              u"Argo Watcher 0.15.0 responded: a team server. It needs a token to show its tasks."_s);
    for (const auto *way : adding->findChildren<QRadioButton *>())
        EXPECT_FALSE(way->isVisible()) << "a team server has no sign-in";
    QTest::keyClick(adding->focusWidget(), Qt::Key_Tab); // from the name to the token
    QTest::keyClicks(adding->focusWidget(), u"deploy-token"_s);
    QTest::keyClick(adding->focusWidget(), Qt::Key_Return);
    ASSERT_TRUE(test::waitUntil([this] { return engine.teamServers().size() == 1; }));
    EXPECT_TRUE(engine.calls().contains(u"addTeamServer build deploy-token"_s))
        << engine.calls().join(u'\n').toStdString();
    test::drainEvents();
    ASSERT_NE(page.card(u"t1"_s), nullptr);
    EXPECT_TRUE(page.card(u"t1"_s)->teamServer());
    EXPECT_EQ(dialog<SignInDialog>(), nullptr);
}

TEST_F(InstancesPageTest, OtherServersGetTheArgoCdMessage)
{
    const QUrl url(u"https://nothing.example"_s);
    engine.putProbe(url, tl::unexpected(Error{.kind = Error::Kind::NotArgoCd, .message = u"a web page, “Welcome”"_s}));
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    adding->findChild<QLineEdit *>()->setText(u"nothing.example"_s);
    button(adding, u"Check"_s)->click();
    auto *banner = adding->findChild<Banner *>();
    EXPECT_TRUE(test::waitUntil([banner] { return banner->sentence() == u"a web page, “Welcome”"_s; }));
    EXPECT_FALSE(button(adding, u"Add"_s)->isEnabled());
    adding->close();
}

TEST_F(InstancesPageTest, RejectedTokenKeepsTheDialogOpen)
{
    const QUrl url(u"https://build.acme.example"_s);
    engine.putProbe(url, tl::unexpected(Error{.kind = Error::Kind::NotArgoCd}));
    engine.putFindings(url, findings(true));
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    adding->findChild<QLineEdit *>()->setText(u"build.acme.example"_s);
    button(adding, u"Check"_s)->click();
    auto *add = button(adding, u"Add"_s);
    ASSERT_TRUE(test::waitUntil([add] { return add->isEnabled(); }));
    engine.failNext({Error::Kind::SignInNeeded, {}, u"the team server rejected the request: no"_s, false, 401});
    add->click();
    auto *banner = adding->findChild<Banner *>();
    EXPECT_TRUE(
        test::waitUntil([banner] { return banner->sentence() == u"the team server rejected the request: no"_s; }));
    EXPECT_TRUE(adding->isVisible());
    adding->close();
}

TEST_F(InstancesPageTest, TeamServerErrorIsOneSentence)
{
    engine.putTeamServer(test::makeTeamServer(TeamServerKind::ArgoWatcher));
    engine.putServerTasks(u"t1"_s, {test::makeTask(u"a-1"_s, u"shop-web"_s)});
    auto *card = page.card(u"t1"_s);
    ASSERT_NE(card, nullptr);
    EXPECT_TRUE(card->banner().isHidden());
    QStringList labels;
    for (const auto *label : card->findChildren<QLabel *>())
        labels += label->text();
    EXPECT_TRUE(
        labels.join(u'\n').contains(u"team server (Argo Watcher) · read without a token · 1 task in progress"_s))
        << labels.join(u'\n').toStdString();
    const std::pair<Connection, QString> states[] = {
        {Connection::Unreachable, u"The team server cannot be reached. "_s},
        {Connection::NotArgoCd, u"The server at this address does not respond as a team server. "_s},
        {Connection::SignInNeeded, u"The team server needs a token to show its tasks."_s},
        {Connection::Forbidden, u"The token does not have permission to read tasks."_s},
        {Connection::Certificate, u"The server's certificate is not trusted. "_s},
        {Connection::KeychainShut, u"The token cannot be read from the keychain."_s}};
    for (const auto &[connection, sentence] : states) {
        auto state = test::makeTeamServer();
        state.connection = connection;
        engine.putTeamServer(state);
        EXPECT_TRUE(card->banner().sentence().startsWith(sentence)) << card->banner().sentence().toStdString();
        EXPECT_TRUE(card->banner().remedy()->isVisible());
    }
    EXPECT_TRUE(engine.calls().filter(u"rights "_s).isEmpty()) << "a team server has no rights";
}

TEST_F(InstancesPageTest, TeamServerGetsATokenAndANameAndIsRemoved)
{
    auto state = test::makeTeamServer();
    state.connection = Connection::SignInNeeded;
    engine.putTeamServer(state);
    auto *card = page.card(u"t1"_s);
    card->banner().remedy()->click();
    auto *tokenDialog = dialog<QInputDialog>();
    ASSERT_NE(tokenDialog, nullptr);
    EXPECT_EQ(tokenDialog->textEchoMode(), QLineEdit::Password);
    tokenDialog->setTextValue(u" next "_s);
    tokenDialog->accept();
    EXPECT_TRUE(test::waitUntil([this] { return engine.calls().contains(u"setTeamServerToken t1 next"_s); }));
    test::drainEvents();
    const auto says = [card](const QString &sentence) {
        return std::ranges::any_of(card->findChildren<QLabel *>(),
                                   [&sentence](const QLabel *label) { return label->text().contains(sentence); });
    };
    EXPECT_TRUE(test::waitUntil([&] { return says(u"The team server accepts the token."_s); }));
    menu(u"t1"_s, u"Enter a token…"_s);
    tokenDialog = dialog<QInputDialog>();
    ASSERT_NE(tokenDialog, nullptr);
    tokenDialog->accept();
    EXPECT_TRUE(test::waitUntil([&] { return says(u"The team server is read without a token."_s); }));
    menu(u"t1"_s, u"Rename…"_s);
    auto *renaming = dialog<QInputDialog>();
    ASSERT_NE(renaming, nullptr);
    renaming->setTextValue(u"pipelines"_s);
    renaming->accept();
    EXPECT_TRUE(test::waitUntil([&] { return card->state().instance.name == u"pipelines"_s; }));
    menu(u"t1"_s, u"Remove…"_s);
    auto *question = dialog<QMessageBox>();
    ASSERT_NE(question, nullptr);
    button(question, u"Remove"_s)->click();
    EXPECT_TRUE(test::waitUntil([this] { return page.card(u"t1"_s) == nullptr; }));
    EXPECT_TRUE(engine.calls().contains(u"removeTeamServer t1"_s));
}

} // namespace lynceus

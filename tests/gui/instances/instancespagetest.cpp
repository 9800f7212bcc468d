#include "tests/gui/instances/instancesscene.h"

#include <QClipboard>
#include <QGuiApplication>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST_F(InstancesPageTest, KeyboardAddsAnInstanceAndSignsIn)
{
    putProbe(u"https://argocd.lab.example"_s);
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    ASSERT_NE(adding, nullptr);
    auto *address = adding->findChild<QLineEdit *>();
    QTest::keyClicks(address, u"argocd.lab.example"_s);
    QTest::keyClick(address, Qt::Key_Return);
    auto *add = button(adding, u"Add"_s);
    ASSERT_TRUE(test::waitUntil([add] { return add->isEnabled(); }));
    EXPECT_EQ(qobject_cast<QLineEdit *>(adding->focusWidget())->text(), u"lab"_s);
    QTest::keyClick(adding->focusWidget(), Qt::Key_Return);
    ASSERT_TRUE(test::waitUntil([this] { return engine.instances().size() == 1; }));
    auto *signing = dialog<SignInDialog>();
    ASSERT_TRUE(test::waitUntil([&] { return (signing = page.findChild<SignInDialog *>()) != nullptr; }));
    EXPECT_EQ(engine.calls().last(), u"signIn i1 0  -"_s);
    engine.reportSignIn({.instance = u"i1"_s, .note = u"waiting for the sign-in to prod to finish"_s});
    const auto labels = signing->findChildren<QLabel *>();
    EXPECT_TRUE(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text().startsWith(u"waiting for the sign-in"_s); }));
    engine.reportSignIn({.instance = u"i1"_s,
                         .step = SignInProgress::Step::WaitsForPerson,
                         .link = QUrl(u"https://argocd.lab.example/auth?scope=openid%20email&state=a%2Bb"_s)});
    button(signing, u"Copy"_s)->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"https://argocd.lab.example/auth?scope=openid%20email&state=a%2Bb"_s)
        << "without raw spaces";
    engine.reportSignIn({.instance = u"i1"_s, .step = SignInProgress::Step::Done, .user = u"jane"_s});
    EXPECT_FALSE(engine.calls().contains(u"cancelSignIn i1"_s));
    EXPECT_FALSE(signing->isVisible());
}

TEST_F(InstancesPageTest, WrongUrlIsReportedAndTheInputStays)
{
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    auto *address = adding->findChild<QLineEdit *>();
    address->setText(u"ftp://x"_s);
    button(adding, u"Check"_s)->click();
    EXPECT_FALSE(adding->findChild<Banner *>()->sentence().isEmpty());
    EXPECT_EQ(address->text(), u"ftp://x"_s);
    EXPECT_FALSE(button(adding, u"Add"_s)->isEnabled());
    address->setText(u"nobody.example"_s);
    button(adding, u"Check"_s)->click();
    EXPECT_TRUE(
        test::waitUntil([&] { return adding->findChild<Banner *>()->sentence() == u"the connection was refused"_s; }));
    adding->close();
}

TEST_F(InstancesPageTest, ShowsAnUntrustedCertificateBeforePinning)
{
    const QUrl url(u"https://self.example"_s);
    engine.putProbe(url, tl::unexpected(Error{.kind = Error::Kind::Certificate, .message = u"self-signed"_s}));
    engine.putCertificate(url,
                          {.fingerprint = QByteArray(32, '\x4f'),
                           .subject = u"self.example"_s,
                           .issuer = u"nobody"_s,
                           .problem = u"it is self-signed"_s});
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    adding->findChild<QLineEdit *>()->setText(u"self.example"_s);
    button(adding, u"Check"_s)->click();
    auto *banner = adding->findChild<Banner *>();
    ASSERT_TRUE(test::waitUntil([banner] { return banner->remedy()->isVisible(); }));
    putProbe(u"https://self.example"_s);
    banner->remedy()->click();
    auto *add = button(adding, u"Add"_s);
    ASSERT_TRUE(test::waitUntil([add] { return add->isEnabled(); }));
    add->click();
    ASSERT_TRUE(test::waitUntil([this] { return !engine.instances().isEmpty(); }));
    EXPECT_EQ(engine.instances().first().instance.pinnedFingerprint, QByteArray(32, '\x4f'));
}

TEST_F(InstancesPageTest, RedirectToAnotherServerNeedsConfirmation)
{
    const QUrl old(u"https://old.example"_s);
    const QUrl target(u"https://new.example/argocd"_s);
    engine.putProbe(old, InstanceProbe{.baseUrl = old, .redirectsTo = target});
    putProbe(target.toString());
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    auto *address = adding->findChild<QLineEdit *>();
    address->setText(old.toString());
    button(adding, u"Check"_s)->click();
    auto *banner = adding->findChild<Banner *>();
    ASSERT_TRUE(test::waitUntil([banner] { return banner->remedy()->isVisible(); }));
    EXPECT_TRUE(banner->sentence().contains(target.toString())) << qPrintable(banner->sentence());
    auto *add = button(adding, u"Add"_s);
    EXPECT_FALSE(add->isEnabled()) << "no continuation without confirmation";
    banner->remedy()->click();
    EXPECT_EQ(address->text(), target.toString());
    ASSERT_TRUE(test::waitUntil([add] { return add->isEnabled(); }));
    add->click();
    ASSERT_TRUE(test::waitUntil([this] { return !engine.instances().isEmpty(); }));
    EXPECT_EQ(engine.instances().first().instance.baseUrl, target);
}

// A certificate is accepted only for the server that presented it.
TEST_F(InstancesPageTest, PinIsNotReusedForAnotherServer)
{
    const QUrl url(u"https://self.example"_s);
    engine.putProbe(url, tl::unexpected(Error{.kind = Error::Kind::Certificate, .message = u"self-signed"_s}));
    engine.putCertificate(url, {.fingerprint = QByteArray(32, '\x4f'), .problem = u"it is self-signed"_s});
    page.addInstance();
    auto *adding = dialog<AddInstanceDialog>();
    auto *address = adding->findChild<QLineEdit *>();
    address->setText(url.toString());
    button(adding, u"Check"_s)->click();
    auto *banner = adding->findChild<Banner *>();
    ASSERT_TRUE(test::waitUntil([banner] { return banner->remedy()->isVisible(); }));
    banner->remedy()->click();
    putProbe(u"https://other.example"_s);
    auto *look = button(adding, u"Check"_s);
    ASSERT_TRUE(test::waitUntil([look] { return look->isEnabled(); }));
    address->setText(u"https://other.example"_s);
    look->click();
    auto *add = button(adding, u"Add"_s);
    ASSERT_TRUE(test::waitUntil([add] { return add->isEnabled(); }));
    add->click();
    ASSERT_TRUE(test::waitUntil([this] { return !engine.instances().isEmpty(); }));
    EXPECT_TRUE(engine.instances().first().instance.pinnedFingerprint.isEmpty());
}

TEST_F(InstancesPageTest, EachErrorHasAMessageAndARemedy)
{
    for (const auto connection :
         {Connection::Paused, Connection::Stale, Connection::Unreachable, Connection::SignInNeeded,
          Connection::KeychainShut, Connection::Certificate, Connection::NotArgoCd, Connection::Forbidden}) {
        put(u"one"_s, connection);
        auto &banner = page.card(u"one"_s)->banner();
        EXPECT_FALSE(banner.isHidden()) << int(connection);
        EXPECT_FALSE(banner.sentence().isEmpty());
        EXPECT_FALSE(banner.remedy()->text().isEmpty()) << int(connection);
    }
    put(u"one"_s, Connection::Live);
    EXPECT_TRUE(page.card(u"one"_s)->banner().isHidden());
    put(u"one"_s, Connection::Unreachable);
    page.card(u"one"_s)->banner().remedy()->click();
    EXPECT_EQ(engine.calls().last(), u"retry one"_s);
}

TEST_F(InstancesPageTest, LockedKeychainIsNotARejectedToken)
{
    put(u"one"_s, Connection::KeychainShut);
    const auto &banner = page.card(u"one"_s)->banner();
    EXPECT_TRUE(banner.sentence().contains(u"keychain is locked"_s)) << banner.sentence().toStdString();
    EXPECT_EQ(banner.remedy()->text(), u"Try again"_s) << "sign-in is not a remedy";
    put(u"one"_s, Connection::SignInNeeded);
    EXPECT_FALSE(banner.sentence().contains(u"keychain"_s));
    EXPECT_EQ(banner.remedy()->text(), u"Sign in…"_s);
}

TEST_F(InstancesPageTest, ReportsAnUnknownHost)
{
    put(u"one"_s, Connection::Unreachable);
    auto state = engine.instances().value(u"one"_s);
    state.message = u"host argocd.one.example not found"_s;
    engine.putInstance(state);
    const auto labels = page.card(u"one"_s)->findChildren<QLabel *>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisibleTo(label->window()) && label->text().contains(u"argocd.one.example not found"_s);
    }));
}

TEST_F(InstancesPageTest, PasswordIsUsedOnceAndNotStored)
{
    put(u"one"_s, Connection::SignInNeeded);
    page.card(u"one"_s)->banner().remedy()->click();
    auto *signing = dialog<SignInDialog>();
    engine.reportSignIn(
        {.instance = u"one"_s, .step = SignInProgress::Step::Failed, .error = {.message = u"the port is taken"_s}});
    EXPECT_EQ(signing->findChild<Banner *>()->sentence(), u"the port is taken"_s);
    signing->findChild<QComboBox *>()->setCurrentIndex(1);
    QLineEdit *password = nullptr;
    QLineEdit *user = nullptr;
    for (auto *line : signing->findChildren<QLineEdit *>()) {
        if (!line->isVisible())
            continue;
        (line->echoMode() == QLineEdit::Password ? password : user) = line;
    }
    ASSERT_TRUE(password && user);
    QTest::keyClicks(user, u"jane"_s);
    QTest::keyClicks(password, u"hunter2"_s);
    QTest::keyClick(password, Qt::Key_Return);
    EXPECT_EQ(engine.calls().last(), u"signIn one 1 jane secret"_s);
    EXPECT_TRUE(password->text().isEmpty());
    signing->reject();
    EXPECT_EQ(engine.calls().last(), u"cancelSignIn one"_s);
}

TEST_F(InstancesPageTest, PausesRenamesColoursAndRemoves)
{
    put(u"one"_s, Connection::Live);
    put(u"two"_s, Connection::Live);
    menu(u"one"_s, u"Pause"_s);
    EXPECT_EQ(engine.instances()[u"one"_s].connection, Connection::Paused);
    menu(u"one"_s, u"Rename…"_s);
    auto *renaming = dialog<QInputDialog>();
    renaming->setTextValue(u"TWO"_s);
    renaming->accept();
    EXPECT_TRUE(test::waitUntil(
        [this] { return page.card(u"one"_s)->findChildren<Banner *>().last()->sentence().contains(u"already"_s); }));
    EXPECT_EQ(engine.instances()[u"one"_s].instance.name, u"one"_s);
    menu(u"one"_s, u"Remove…"_s);
    auto *question = dialog<QMessageBox>();
    ASSERT_NE(question, nullptr);
    button(question, u"Remove"_s)->click();
    EXPECT_TRUE(test::waitUntil([this] { return page.card(u"one"_s) == nullptr; }));
    EXPECT_NE(page.card(u"two"_s), nullptr);
}

TEST_F(InstancesPageTest, ShowsTheResultOfATest)
{
    put(u"one"_s, Connection::Live);
    putProbe(u"https://one.example"_s);
    menu(u"one"_s, u"Test"_s);
    EXPECT_TRUE(test::waitUntil([this] {
        return page.card(u"one"_s)->findChildren<Banner *>().last()->sentence()
            == u"Argo CD v3.1.8 responded. Sign-in methods: single sign-on, user name and password."_s;
    }));
}

TEST_F(InstancesPageTest, InstanceThatNeedsAttentionHasTheFirstFocus)
{
    put(u"one"_s, Connection::Live);
    put(u"two"_s, Connection::Unreachable);
    page.takeFocus();
    auto *remedy = page.card(u"two"_s)->banner().remedy();
    ASSERT_EQ(page.window()->focusWidget(), remedy);
    QTest::keyClick(remedy, Qt::Key_Space);
    EXPECT_EQ(engine.calls().last(), u"retry two"_s);
    put(u"two"_s, Connection::Live);
    page.takeFocus();
    EXPECT_EQ(page.window()->focusWidget(), button(&page, u"Add"_s));
}

TEST_F(InstancesPageTest, ImportsContextsByName)
{
    std::vector<ImportableContext> contexts(3);
    contexts[0].name = contexts[0].instance.name = u"lab"_s;
    contexts[1].name = u"old"_s;
    contexts[1].isThere = true;
    contexts[2].name = u"broken"_s;
    contexts[2].problem = u"no server"_s;
    engine.putImportable(contexts);
    page.importContexts();
    auto *importing = dialog<ImportDialog>();
    auto *import = button(importing, u"Import 1"_s);
    ASSERT_NE(import, nullptr);
    import->click();
    EXPECT_TRUE(test::waitUntil([this] { return engine.instances().size() == 1; }));
    EXPECT_EQ(engine.calls().last(), u"importContexts  lab"_s);
}

TEST_F(InstancesPageTest, FilterShowsMatchesAndClearsCompletely)
{
    put(u"staging"_s, Connection::Live);
    put(u"prod-eu"_s, Connection::Live);
    put(u"prod-us"_s, Connection::Live);
    page.activateWindow();
    ASSERT_TRUE(test::waitUntil([this] { return page.isActiveWindow(); }));
    page.find();
    auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(filter, nullptr);
    EXPECT_EQ(filter->accessibleName(), u"Filter instances"_s);
    const auto shown = [this] {
        QStringList names;
        for (const auto &id : {u"prod-eu"_s, u"prod-us"_s, u"staging"_s}) {
            if (page.card(id)->isVisible())
                names.append(id);
        }
        return names;
    };
    QTest::keyClicks(filter, u"PROD us.example"_s);
    EXPECT_EQ(shown(), QStringList{u"prod-us"_s});
    QTest::keyClick(filter, Qt::Key_Down);
    EXPECT_TRUE(page.card(u"prod-us"_s)->isAncestorOf(QApplication::focusWidget()));
    put(u"staging"_s, Connection::Stale);
    EXPECT_EQ(shown(), QStringList{u"prod-us"_s}) << "updates do not show hidden instances";
    filter->setText(u"nothing-like-it"_s);
    EXPECT_EQ(shown(), QStringList());
    const auto labels = page.findChildren<QLabel *>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == "No instance matches the filter"_L1;
    }));
    page.showInstance(u"staging"_s);
    EXPECT_EQ(shown().size(), 3) << "the requested instance is shown although the filter hides it";
    filter->setText(u"prod"_s);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    EXPECT_EQ(shown().size(), 3);
}

} // namespace lynceus

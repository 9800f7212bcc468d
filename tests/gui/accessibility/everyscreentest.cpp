#include "app/gui/wallboard/wallboard.h"
#include "tests/gui/accessibility/measures.h"
#include "tests/gui/accessibility/pseudolocale.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

#include <map>
#include <optional>
#include <tuple>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// Of the window, px at 100 %. The last is what a screen of 1920 × 1080 has at 200 %: sizes are in units that the
/// scale multiplies, so that a layout does not know it.
constexpr std::array kSizes{QSize(1280, 820), QSize(800, 600), QSize(1920, 1080), QSize(960, 540)};

/// Mirrored in the dark theme, and not in the light one: what is measured of layouts does not depend on colours, and
/// what of colours not on directions.
class EveryScreen : public testing::TestWithParam<bool>
{
protected:
    void lookAt(QWidget &shown)
    {
        m_faults.append(cutTexts(shown));
        m_faults.append(outside(shown));
        m_faults.append(cutBeforeLess(shown));
    }
    void expectNone(const std::string &where)
    {
        m_faults.removeDuplicates();
        EXPECT_TRUE(m_faults.isEmpty()) << where << '\n' << m_faults.join(u'\n').toStdString();
        m_faults.clear();
    }
    void expectFits(Whole &whole, const std::string &where)
    {
        auto &shown = front(whole.window);
        QStringList seen;
        m_faults = unreadableTexts(shown, seen) + faintBorders(shown);
        EXPECT_GT(seen.size(), 3) << where << ": nothing was painted";
        if (&shown != &whole.window)
            lookAt(shown);
        expectNone(where);
        for (const auto &size : kSizes) {
            whole.window.setMinimumSize(whole.window.minimumSize().boundedTo(size)); // as on such a screen
            whole.window.resize(size);
            drainEvents();
            lookAt(whole.window);
            expectNone(where + " at " + std::to_string(size.width()));
            EXPECT_EQ(whole.window.size(), size) << where << ": nothing widens the window";
        }
    }

    QStringList m_faults;

private:
    InTheme m_theme{GetParam()};
    InDirection m_direction{GetParam() ? Qt::RightToLeft : Qt::LeftToRight};
};

} // namespace

TEST_P(EveryScreen, CanBeReadFitsAndCutsNothing)
{
    for (const auto &screen : screens()) {
        WindowScene scene;
        FakeEngine nothing(scene.clock());
        Whole whole(screen.isEmpty ? nothing : scene.engine(), scene.clock());
        screen.open(whole);
        drainEvents();
        expectFits(whole, screen.name);
        closeDialogs(whole.window);
    }
}

TEST_P(EveryScreen, TheWallboardFitsAndCanBeRead)
{
    WindowScene scene;
    Whole whole(scene.engine(), scene.clock());
    auto signedOut = scene.engine().instances()[u"edge"_s];
    signedOut.connection = Connection::SignInNeeded;
    scene.engine().putInstance(signedOut);
    whole.window.commands().named("window.wallboard"_L1)->trigger();
    const auto windows = QApplication::topLevelWidgets();
    const auto board =
        std::ranges::find_if(windows, [](QWidget *each) { return qobject_cast<Wallboard *>(each) != nullptr; });
    ASSERT_NE(board, windows.end());
    (*board)->showNormal(); // the test's screen has one size
    for (const auto &size : kSizes) {
        (*board)->resize(size);
        drainEvents();
        EXPECT_EQ((*board)->size(), size) << "nothing widens it";
        QStringList seen;
        m_faults = unreadableTexts(**board, seen);
        EXPECT_GT(seen.size(), 3);
        lookAt(**board);
        expectNone("wallboard at " + std::to_string(size.width()));
    }
    (*board)->close();
}

TEST_P(EveryScreen, FitsWithEachTabOfTheDetail)
{
    onEachDetailTab([this](Whole &whole, QWidget &, const std::string &tab) {
        expectFits(whole, tab);
        whole.window.resize(kSizes.front());
        drainEvents();
    });
}

TEST(PseudoLocale, KeepsWhatTheProgramFillsIn)
{
    EXPECT_EQ(pseudoText(u"Sign in…"_s), u"Šíğñ íñẋẋ…"_s);
    EXPECT_EQ(pseudoText(u"<b>%1</b> on %2"_s), u"<b>%1</b> őñ %2ẋ"_s);
    EXPECT_EQ(pseudoText(u"%n &apps: "_s), u"%n &àþþšẋ: "_s);
    EXPECT_EQ(pseudoText(u"%1 · %2"_s), u"%1 · %2"_s);
}

/// Texts that are painted the same in English and in a language in which every letter has an accent are names and
/// other data, or are in no catalogue.
TEST(Translation, EveryScreenHasItsTextsFromTheCatalogue)
{
    const auto painted = [](bool pseudo) {
        std::optional<PseudoLocale> language;
        if (pseudo)
            language.emplace();
        std::map<std::string, QStringList> seen;
        for (const auto &screen : screens()) {
            WindowScene scene;
            FakeEngine nothing(scene.clock());
            Whole whole(screen.isEmpty ? nothing : scene.engine(), scene.clock());
            screen.open(whole);
            drainEvents();
            std::ignore = unreadableTexts(front(whole.window), seen[screen.name]);
            std::ignore = unreadableTexts(whole.window, seen[screen.name]);
            closeDialogs(whole.window);
        }
        return seen;
    };
    const auto english = painted(false);
    const auto pseudo = painted(true);
    // What servers, clusters and people call things in these scenes, in English in every language.
    static const QRegularExpression messages(
        u"Job has reached the sp(?:…|ecified backoff limit)|1 of 3 updated|automatic update of shop-cart|"
        "Raise the limit of the cache|the pods of payments-api crash: connection to the database refused|"
        "GET /api/v1/stream/applications: nothing was heard for 45 s\\.|ok  keychain  works|\\d+T[\\d:]+Z|prod\\*"_s);
    static const QRegularExpression words(
        u"\\b(?:Lynceus|Argo "
        "CD|Kubernetes|Healthy|Degraded|Progressing|Suspended|Synced|OutOfSync|Job|Pod|Service|Error|"
        "ContainerCreating|argocd-image-updater|production|staging|edge|lab|legacy|shop|orders|billing|catalog|"
        "identity|"
        "mail|build|ada|ann|Ann|bob|wibble|b{7,40})\\b"_s);
    static const QRegularExpression name(u"\\S*[-/:@._=\\d]\\S+"_s); // of an application, an image, a host, a time
    static const QRegularExpression word(u"[A-Za-z][a-z]{2,}"_s);
    int same = 0;
    QStringList faults;
    for (const auto &[screen, texts] : pseudo) {
        if (screen == "help") // its pages are the project's own, in English
            continue;
        for (const auto &text : texts) {
            same += english.at(screen).contains(text) ? 1 : 0;
            if (english.at(screen).contains(text)
                && QString(text).remove(messages).remove(name).remove(words).contains(word))
                faults.append(QString::fromStdString(screen) + u": "_s + text);
        }
    }
    EXPECT_GT(same, 100) << "names of applications are the same in each language";
    faults.removeDuplicates();
    EXPECT_TRUE(faults.isEmpty()) << faults.join(u'\n').toStdString();
}

TEST(Measures, FindWhatIsWrong)
{
    QWidget shown;
    shown.resize(400, 200);
    QLabel cutLabel(u"a label that needs more room"_s, &shown);
    cutLabel.setGeometry(10, 10, 40, 20);
    QPushButton outsideButton(u"OK"_s, &shown);
    outsideButton.setGeometry(380, 50, 120, 40);
    QScrollArea area(&shown);
    area.setGeometry(10, 100, 100, 50);
    auto *scrolled = new QLabel(u"scrolls"_s);
    scrolled->resize(300, 300);
    area.setWidget(scrolled);
    QLineEdit faint(&shown);
    faint.setGeometry(150, 100, 100, 30);
    auto palette = faint.palette();
    for (const auto role : {QPalette::Text, QPalette::Mid}) // of which the border is made
        palette.setColor(role, palette.color(QPalette::Base));
    faint.setPalette(palette);
    faint.setAccessibleName(u"faint"_s);
    QLineEdit usual(&shown);
    usual.setGeometry(150, 150, 100, 30);
    shown.show();
    drainEvents();
    EXPECT_EQ(cutTexts(shown).size(), 1) << cutTexts(shown).join(u'\n').toStdString();
    EXPECT_TRUE(cutTexts(shown).join(u' ').contains(u"a label that needs"_s));
    EXPECT_EQ(outside(shown).size(), 1) << outside(shown).join(u'\n').toStdString();
    EXPECT_TRUE(outside(shown).join(u' ').contains(u"QPushButton"_s));
    EXPECT_EQ(faintBorders(shown), QStringList{u"QLineEdit “faint” has a border that cannot be seen"_s});
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryScreen, testing::Bool(),
                         [](const auto &each) { return each.param ? "darkAndMirrored" : "light"; });

} // namespace lynceus::test

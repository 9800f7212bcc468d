#include "app/gui/preferences/language.h"
#include "app/gui/wallboard/wallboard.h"
#include "app/gui/widgets/dialogs/reportview.h"
#include "tests/gui/accessibility/contrastdevice.h"
#include "tests/gui/accessibility/measures.h"
#include "tests/gui/accessibility/pseudolocale.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <ostream>
#include <span>
#include <tuple>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// Window sizes in px at 100 %. The last is that of a 1920 × 1080 screen at 200 %: layouts use device-independent
/// pixels, so the test does not need the scale.
constexpr std::array kSizes{QSize(1280, 820), QSize(800, 600), QSize(1920, 1080), QSize(960, 540)};
constexpr auto kUsualAndSmall = std::span(kSizes).first<2>();
constexpr auto kSmall = std::span(kSizes).subspan<1, 1>();

constexpr auto kPseudo = "pseudo"_L1;

struct ScreenVariant
{
    const char *name;
    bool isDark = false;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QLatin1StringView language = "en"_L1;
    std::span<const QSize> sizes = kSizes;
    bool hasColours = false; ///< whether to check colours; they do not depend on the language
};

void PrintTo(const ScreenVariant &variant, std::ostream *out)
{
    *out << variant.name;
}

/// Layouts do not depend on colours, and colours do not depend on the direction, so one variant checks both the dark
/// theme and the mirrored layout. The other languages have longer texts, so they are checked on the smallest screen.
constexpr std::array kVariants{
    ScreenVariant{"light", false, Qt::LeftToRight, "en"_L1, kSizes, true},
    ScreenVariant{"darkAndMirrored", true, Qt::RightToLeft, "en"_L1, kSizes, true},
    ScreenVariant{"longWordsMirrored", false, Qt::RightToLeft, kPseudo, kUsualAndSmall},
    ScreenVariant{"german", false, Qt::LeftToRight, "de"_L1, kSmall},
    ScreenVariant{"spanish", true, Qt::LeftToRight, "es"_L1, kSmall},
    ScreenVariant{"arabic", false, Qt::RightToLeft, "ar"_L1, kSmall},
};

/// For one test: slightly wider than DejaVu Sans at 10 pt. Few desktops use a wider font, and Qt's default font in
/// tests is narrower.
class WideFont final
{
public:
    WideFont()
    {
        constexpr int kWidth = 310; // px
        QFont font(u"DejaVu Sans"_s, 10);
        while (QFontMetrics(font).horizontalAdvance(u"The quick brown fox jumps over the lazy dog"_s) < kWidth)
            font.setPointSizeF(font.pointSizeF() + 0.25);
        QApplication::setFont(font);
    }
    ~WideFont() { QApplication::setFont(m_before); }
    WideFont(const WideFont &) = delete;
    WideFont &operator=(const WideFont &) = delete;

private:
    QFont m_before = QApplication::font();
};

class EveryScreen : public testing::TestWithParam<ScreenVariant>
{
protected:
    EveryScreen()
    {
        if (GetParam().language == kPseudo)
            m_pseudo.emplace();
        else
            m_language.use(GetParam().language, localeFor(GetParam().language, QLocale::c()));
        if (GetParam().language != "en"_L1) // English is checked with the default font of the tests
            m_font.emplace();
    }

    void checkAt(QWidget &shown)
    {
        m_faults.append(cutTexts(shown));
        m_faults.append(cutChoices(shown));
        m_faults.append(squeezedFields(shown));
        m_faults.append(widePages(shown));
        m_faults.append(outside(shown));
        m_faults.append(cutBeforeLess(shown));
    }
    void checkColours(QWidget &shown, const std::string &where)
    {
        if (!GetParam().hasColours)
            return;
        QStringList seen;
        m_faults.append(unreadableTexts(shown, seen));
        m_faults.append(faintBorders(shown));
        EXPECT_GT(seen.size(), 3) << where << ": nothing was painted";
    }
    void expectNone(const std::string &where)
    {
        m_faults.removeDuplicates();
        EXPECT_TRUE(m_faults.isEmpty()) << where << '\n' << m_faults.join(u'\n').toStdString();
        m_faults.clear();
    }
    void expectFits(CompleteWindow &complete, const std::string &where)
    {
        auto &shown = front(complete.window);
        checkColours(shown, where);
        if (&shown != &complete.window)
            checkAt(shown);
        expectNone(where);
        for (const auto &size : GetParam().sizes) {
            // Allows sizes below the minimum, as on such a screen.
            complete.window.setMinimumSize(complete.window.minimumSize().boundedTo(size));
            complete.window.resize(size);
            drainEvents();
            checkAt(complete.window);
            expectNone(where + " at " + std::to_string(size.width()));
            EXPECT_EQ(complete.window.size(), size) << where << ": nothing widens the window";
        }
    }

    QStringList m_faults;

private:
    InTheme m_theme{GetParam().isDark};
    InDirection m_direction{GetParam().direction};
    LanguageInUse m_language;
    std::optional<PseudoLocale> m_pseudo;
    std::optional<WideFont> m_font;
};

} // namespace

TEST_P(EveryScreen, IsReadableFitsAndElidesNothing)
{
    for (const auto &screen : screens()) {
        WindowScene scene;
        FakeEngine nothing(scene.clock());
        CompleteWindow complete(screen.isEmpty ? nothing : scene.engine(), scene.clock());
        screen.open(complete);
        drainEvents();
        expectFits(complete, screen.name);
        closeDialogs(complete.window);
    }
}

TEST_P(EveryScreen, WallboardFitsAndIsReadable)
{
    WindowScene scene;
    CompleteWindow complete(scene.engine(), scene.clock());
    auto signedOut = scene.engine().instances()[u"edge"_s];
    signedOut.connection = Connection::SignInNeeded;
    scene.engine().putInstance(signedOut);
    complete.window.commands().named("window.wallboard"_L1)->trigger();
    const auto windows = QApplication::topLevelWidgets();
    const auto board =
        std::ranges::find_if(windows, [](QWidget *each) { return qobject_cast<Wallboard *>(each) != nullptr; });
    ASSERT_NE(board, windows.end());
    (*board)->showNormal(); // otherwise it would fill the test's screen
    for (const auto &size : GetParam().sizes) {
        const auto where = "wallboard at " + std::to_string(size.width());
        (*board)->resize(size);
        drainEvents();
        EXPECT_EQ((*board)->size(), size) << "no content widens the window";
        checkColours(**board, where);
        checkAt(**board);
        expectNone(where);
    }
    (*board)->close();
}

TEST_P(EveryScreen, FitsWithEachTabOfTheDetail)
{
    onEachDetailTab([this](CompleteWindow &complete, QWidget &, const std::string &tab) {
        expectFits(complete, tab);
        complete.window.resize(kSizes.front());
        drainEvents();
    });
}

TEST(PseudoLocale, KeepsPlaceholders)
{
    EXPECT_EQ(pseudoText(u"Sign in…"_s), u"Šíğñ íñẋẋ…"_s);
    EXPECT_EQ(pseudoText(u"<b>%1</b> on %2"_s), u"<b>%1</b> őñ %2ẋ"_s);
    EXPECT_EQ(pseudoText(u"%n &apps: "_s), u"%n &àþþšẋ: "_s);
    EXPECT_EQ(pseudoText(u"%1 · %2"_s), u"%1 · %2"_s);
}

/// Compares what is painted in English with a pseudo language in which every letter has an accent. Texts that are equal
/// in both must be names or other data; otherwise they are missing in the catalogue.
TEST(Translation, EveryScreenIsTranslated)
{
    const auto painted = [](bool pseudo) {
        std::optional<PseudoLocale> language;
        if (pseudo)
            language.emplace();
        std::map<std::string, QStringList> seen;
        for (const auto &screen : screens()) {
            WindowScene scene;
            FakeEngine nothing(scene.clock());
            CompleteWindow complete(screen.isEmpty ? nothing : scene.engine(), scene.clock());
            screen.open(complete);
            drainEvents();
            std::ignore = unreadableTexts(front(complete.window), seen[screen.name]);
            std::ignore = unreadableTexts(complete.window, seen[screen.name]);
            closeDialogs(complete.window);
        }
        return seen;
    };
    const auto english = painted(false);
    const auto pseudo = painted(true);
    // Messages and descriptions from servers, clusters and users in these scenes, which are never translated.
    static const QRegularExpression messages(
        u"Job has reached the sp(?:…|ecified backoff limit)|1 of 3 updated|automatic update of shop-cart|"
        "Raise the limit of the cache|it tunnels through the cluster, which needs cl(?:…|uster access)|the pods of "
        "payments-api crash: connection to the database refused|"
        "GET /api/v1/stream/applications: nothing was heard for 45 s\\.|ok  keychain  works|\\d+T[\\d:]+Z|prod\\*"_s);
    static const QRegularExpression words(
        u"\\b(?:Lynceus|Argo "
        "CD|Kubernetes|Healthy|Degraded|Progressing|Suspended|Synced|OutOfSync|Job|Pod|Service|Error|"
        "ContainerCreating|argocd-image-updater|production|staging|edge|lab|legacy|shop|orders|billing|catalog|"
        "identity|"
        "mail|build|ada|ann|Ann|bob|wibble|b{7,40})\\b"_s);
    // Names of applications and images, host names, times.
    static const QRegularExpression name(u"\\S*[-/:@._=\\d]\\S+"_s);
    static const QRegularExpression word(u"[A-Za-z][a-z]{2,}"_s);
    int same = 0;
    QStringList faults;
    for (const auto &[screen, texts] : pseudo) {
        if (screen == "help") // the help pages exist only in English
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

/// Qt splits a line where digits or the letter of a shortcut begin. Joins parts that touch each other.
std::vector<std::pair<QString, QRect>> linesOf(const std::vector<PaintedText> &pieces)
{
    constexpr int kTolerance = 4; // px
    std::vector<std::pair<QString, QRect>> lines;
    for (const auto &piece : pieces) {
        const bool continues = !lines.empty() && lines.back().second.top() == piece.place.top()
            && lines.back().second.height() == piece.place.height()
            && std::abs(piece.place.left() - lines.back().second.right()) <= kTolerance;
        if (continues) {
            lines.back().first += piece.text;
            lines.back().second |= piece.place;
        } else {
            lines.emplace_back(piece.text, piece.place);
        }
    }
    return lines;
}

/// Finds what is painted on the wrong side although its layout is mirrored. Input fields follow the direction of their
/// text, and the help pages are in English, so both are left out. Qt does not mirror tables in documents.
TEST(Mirrored, EveryScreenIsMirrored)
{
    using Places = std::multimap<QString, QRect>;
    const auto painted = [](Qt::LayoutDirection direction) {
        const InDirection inDirection(direction);
        std::map<std::string, Places> all;
        for (const auto &screen : screens()) {
            WindowScene scene;
            FakeEngine nothing(scene.clock());
            CompleteWindow complete(screen.isEmpty ? nothing : scene.engine(), scene.clock());
            screen.open(complete);
            drainEvents();
            auto &shown = front(complete.window);
            ContrastDevice device(shown.size());
            QPainter painter(&device);
            painter.setLayoutDirection(direction);
            shown.render(&painter);
            painter.end();
            QRegion typed;
            for (const auto *edit : shown.findChildren<QWidget *>()) {
                if (edit->isVisible()
                    && (qobject_cast<const QLineEdit *>(edit) || qobject_cast<const QPlainTextEdit *>(edit)
                        || qobject_cast<const ReportView *>(edit)))
                    typed += QRect(edit->mapTo(&shown, QPoint()), edit->size());
            }
            auto &places = all[screen.name];
            for (auto [text, place] : linesOf(device.texts())) {
                constexpr int kFewestLetters = 4; // separators such as "·" occur everywhere
                if (text.trimmed().size() < kFewestLetters || typed.contains(place.center()))
                    continue;
                if (direction == Qt::RightToLeft)
                    place.moveLeft(shown.width() - place.right() - 1);
                places.emplace(text.trimmed(), place);
            }
            closeDialogs(complete.window);
        }
        return all;
    };
    constexpr int kNear = 8; // px; padding is not mirrored
    const auto isNear = [](const QRect &left, const QRect &right) {
        return std::abs(left.left() - right.left()) <= kNear && std::abs(left.top() - right.top()) <= kNear;
    };
    const auto plain = painted(Qt::LeftToRight);
    QStringList faults;
    int compared = 0;
    for (const auto &[screen, places] : painted(Qt::RightToLeft)) {
        if (screen == "help")
            continue;
        const auto &expected = plain.at(screen);
        for (const auto &each : places) {
            const auto &text = each.first;
            const auto &place = each.second;
            const auto [from, to] = expected.equal_range(text);
            ++compared;
            // If a sentence was split differently, its parts have no counterpart.
            if (std::distance(from, to) == std::ptrdiff_t(places.count(text))
                && std::none_of(from, to, [&](const auto &other) { return isNear(other.second, place); }))
                faults.append(u"%1: %2 is at %3,%4 instead of %5,%6"_s.arg(QString::fromStdString(screen), text)
                                  .arg(place.left())
                                  .arg(place.top())
                                  .arg(from->second.left())
                                  .arg(from->second.top()));
        }
    }
    EXPECT_GT(compared, 1'000);
    EXPECT_TRUE(faults.isEmpty()) << faults.join(u'\n').toStdString();
}

TEST(Measures, FindEachViolation)
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
    for (const auto role : {QPalette::Text, QPalette::Mid}) // the border colour is computed from these
        palette.setColor(role, palette.color(QPalette::Base));
    faint.setPalette(palette);
    faint.setAccessibleName(u"faint"_s);
    QLineEdit usual(&shown);
    usual.setGeometry(150, 150, 100, 30);
    QComboBox choice(&shown);
    choice.addItem(u"a choice that needs more room"_s);
    choice.setGeometry(260, 10, 60, 30);
    shown.show();
    drainEvents();
    EXPECT_EQ(cutChoices(shown).size(), 1) << cutChoices(shown).join(u'\n').toStdString();
    EXPECT_EQ(squeezedFields(shown).size(), 0);
    usual.resize(40, 30);
    EXPECT_EQ(squeezedFields(shown).size(), 1);
    usual.resize(100, 30);
    EXPECT_EQ(widePages(shown).size(), 1) << widePages(shown).join(u'\n').toStdString();
    EXPECT_EQ(cutTexts(shown).size(), 1) << cutTexts(shown).join(u'\n').toStdString();
    EXPECT_TRUE(cutTexts(shown).join(u' ').contains(u"a label that needs"_s));
    EXPECT_EQ(outside(shown).size(), 1) << outside(shown).join(u'\n').toStdString();
    EXPECT_TRUE(outside(shown).join(u' ').contains(u"QPushButton"_s));
    EXPECT_EQ(faintBorders(shown), QStringList{u"QLineEdit “faint” has a border that cannot be seen"_s});
}

INSTANTIATE_TEST_SUITE_P(Variants, EveryScreen, testing::ValuesIn(kVariants),
                         [](const auto &each) { return each.param.name; });

} // namespace lynceus::test

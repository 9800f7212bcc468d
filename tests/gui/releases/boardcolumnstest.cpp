#include "app/gui/releases/boardcolumns.h"

#include "app/gui/releases/boardview.h"
#include "tests/gui/accessibility/contrastdevice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QApplication>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;
using testing::Contains;
using testing::Not;

namespace {

constexpr BoardWidths kUsual{120, 110, 130};

/// All optional parts of the first line, in order of importance.
std::vector<QRect> byWorth(const BoardColumns &columns)
{
    return {columns.badge, columns.marks, columns.time, columns.pods, columns.sentence};
}

/// Shows only the board, and returns the texts that it paints.
class Board
{
public:
    Board()
    {
        InstanceState staging;
        staging.instance.id = staging.instance.name = u"staging"_s;
        m_model.putInstance(staging);
    }

    void put(const WatchRecord &watch) { m_model.putWatch(watch); }

    QStringList paintedAt(int width)
    {
        m_model.flush();
        m_view.resize(width, 400);
        m_view.show();
        drainEvents();
        ContrastDevice device(m_view.size());
        m_view.render(&device);
        QStringList texts;
        for (const auto &text : device.texts())
            texts.append(text.text);
        return texts;
    }

    BoardModel &model() { return m_model; }
    BoardView &view() { return m_view; }

private:
    FakeClock m_clock{kRegisteredAt + std::chrono::minutes(4)};
    BoardModel m_model{m_clock, QTimeZone("UTC")};
    BoardView m_view{m_model};
};

} // namespace

TEST(BoardColumns, AreHiddenByPriorityBeforeNamesAreElided)
{
    const QFontMetrics metrics(QApplication::font());
    std::size_t most = 0;
    std::size_t fewest = 99;
    for (int width = 260; width <= 2'000; width += 10) {
        const QRect row(0, 0, width, 40);
        const auto columns = boardColumns(row, metrics, kUsual, {});
        const auto worth = byWorth(columns);
        const auto gone = std::ranges::find_if(worth, [](const QRect &place) { return place.isEmpty(); });
        EXPECT_TRUE(std::all_of(gone, worth.end(), [](const QRect &place) { return place.isEmpty(); }))
            << "at " << width << " a less important column is shown";
        const bool isCut = columns.name.width() < kUsual.name || columns.versions.width() < kUsual.versions;
        if (isCut)
            EXPECT_EQ(gone, worth.begin()) << "at " << width;
        QRect before = columns.name;
        for (const auto &place :
             {columns.badge, columns.versions, columns.marks, columns.pods, columns.sentence, columns.time}) {
            if (place.isEmpty())
                continue;
            EXPECT_GT(place.left(), before.right()) << "at " << width;
            EXPECT_LE(place.right(), row.right()) << "at " << width;
            before = place;
        }
        const auto shown = std::size_t(gone - worth.begin());
        most = std::max(most, shown);
        fewest = std::min(fewest, shown);
    }
    EXPECT_EQ(most, 5U) << "a wide row shows all";
    EXPECT_EQ(fewest, 0U) << "a narrow row shows only application and version";
}

TEST(BoardColumns, SentenceOnItsOwnLineSpansTheRow)
{
    const QFontMetrics metrics(QApplication::font());
    for (const int width : {400, 800, 1'900}) {
        const QRect row(0, 100, width, 60);
        const auto columns = boardColumns(row, metrics, kUsual, {.depth = 0, .twoLines = true});
        EXPECT_GT(columns.sentence.top(), columns.name.bottom());
        EXPECT_EQ(columns.sentence.left(), columns.name.left());
        EXPECT_GE(columns.sentence.width(), width - 40);
        EXPECT_TRUE(row.contains(columns.sentence));
    }
}

TEST(BoardRows, HaveTwoLinesIfThereIsADetail)
{
    Board board;
    const auto heightOf = [&board](const QString &id) {
        board.model().flush();
        drainEvents();
        return board.view().visualRect(board.model().indexOf(id)).height();
    };
    board.put(rolling(makeWatch(u"calm"_s), 2, 3));
    board.put(failing(makeWatch(u"failing"_s, u"shop-api"_s)));
    board.put(held(makeWatch(u"held"_s, u"orders"_s)));
    board.paintedAt(900);
    EXPECT_GT(heightOf(u"failing"_s), heightOf(u"calm"_s));
    EXPECT_EQ(heightOf(u"failing"_s), heightOf(u"held"_s));
    const int before = heightOf(u"calm"_s);
    board.put(failing(makeWatch(u"calm"_s)));
    EXPECT_GT(heightOf(u"calm"_s), before) << "the row grows when the watch starts failing";
}

TEST(BoardRows, ShowTheFullCause)
{
    Board board;
    board.put(failing(makeWatch(u"w"_s, u"old-api"_s)));
    EXPECT_THAT(board.paintedAt(700), Contains(u"Hook Job old-api-migrate failed, attempt 2"_s));
}

TEST(BoardRows, LongNamesUseOtherColumnsSpaceAndAreElidedLast)
{
    const auto longName = u"payments-reconciliation-and-settlement-worker-for-the-northern-eu"_s;
    const auto shortened = longName.first(63);
    Board board;
    board.put(rolling(makeWatch(u"long"_s, shortened), 1, 3));
    board.put(rolling(makeWatch(u"short"_s), 1, 3));
    for (const int width : {580, 700, 1'000, 1'700}) {
        const auto painted = board.paintedAt(width);
        const bool whole = painted.contains(shortened);
        if (!whole)
            EXPECT_THAT(painted, Not(Contains(u"staging"_s)))
                << "elided although the instance column is shown, at " << width;
        EXPECT_EQ(board.view().width(), width);
    }
    EXPECT_THAT(board.paintedAt(1'000), Contains(shortened));
    EXPECT_THAT(board.paintedAt(1'700), Contains(u"1 of 3 pods run the new version"_s));
}

// In mirrored rows, cutting the text must not remove the separator.
TEST(BoardRows, HaveTheMarkBesideTheReasonInBothDirections)
{
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        Board board;
        board.view().setLayoutDirection(direction);
        board.put(failing(makeWatch(u"w"_s, u"old-api"_s)));
        for (const int width : {700, 480})
            EXPECT_THAT(board.paintedAt(width), Contains(u"\u00a0·\u00a0"_s)) << width;
    }
}

} // namespace lynceus
